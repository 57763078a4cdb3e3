package dev.hone.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Fills a real run log with many made-up runs of three rounds each, faster than they could be
/// written one by one, in the order in which Hone writes. The same number gives the same log.
public final class LargeLog {
  private static final int ROUNDS = 3;
  private static final int RUNS_AT_ONCE = 500;
  private static final List<String> TEXTS =
      List.of(
          "language/python/runner.py",
          "language/node/expect.cjs",
          "language/java/examples.java",
          "language/go/examples.go",
          "language/rust/examples.rs",
          "language/gcc/runner.c",
          "cli/help/terminal.txt",
          "cli/help/input.txt");
  private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");
  private static final List<String> TYPES =
      List.of("strings", "parsing", "algorithm", "numeric", "collections", "files", "state");
  private static final List<String> LANGUAGES =
      List.of("python", "javascript", "typescript", "java", "go", "rust", "c", "cpp");

  private final Random random = new Random(7);
  private final PreparedBatch runs;
  private final PreparedBatch attempts;
  private final PreparedBatch exchanges;
  private final PreparedBatch errors;
  private final PreparedBatch ends;
  private final String words;

  private LargeLog(Handle handle) {
    words = words();
    runs =
        handle.prepareBatch(
            """
            insert into run (id, started_at, requirement, language_option, model, model_billions,
              model_context_tokens, model_fingerprint, engine, sandbox, hone_version, seed,
              rounds_limit, timeout_millis, allowed, required_basis, language, language_by,
              language_why, type)
            values (:id, :at, :requirement, '', :model, 1.5, 32768, 'cc324af0', 'engine', 'box',
              '0.1.0', 0, 3, 30000, '[]', 'own', :language, 'RULE', 'why', :type)
            """);
    attempts =
        handle.prepareBatch(
            """
            insert into attempt (run_id, number, round, started_at, verdict, millis)
            values (:id, :round, :round, :at, :verdict, 900)
            """);
    exchanges =
        handle.prepareBatch(
            """
            insert into exchange (run_id, attempt, position, role, prompt_name, prompt_hash, messages,
              reply, finish, prompt_tokens, cached_tokens, completion_tokens, first_token_millis,
              millis)
            values (:id, :round, :position, :role, :name, :hash, :messages, :reply, 'STOP', 300, 0,
              200, 10, 900)
            """);
    errors =
        handle.prepareBatch(
            """
            insert into error (run_id, attempt, position, text) values (:id, :round, 0, :text)
            """);
    ends =
        handle.prepareBatch(
            """
            update run set ended = :ended, ended_why = '', passed = :passed, best_attempt = 3,
              prompt_tokens = 900, completion_tokens = :tokens where id = :id
            """);
  }

  /// {@return the identifier of one of the runs that were written}
  ///
  /// @param file the database
  /// @param attempts how many attempts there are to be in all
  public static String write(Path file, int attempts) {
    return write(new SqliteDatabase(file), attempts);
  }

  /// {@return the identifier of one of the runs that were written}
  ///
  /// @param place the database
  /// @param login who asks for it
  /// @param attempts how many attempts there are to be in all
  public static String write(LogPlace.Shared place, Login login, int attempts) {
    return write(new PostgresDatabase(place, login), attempts);
  }

  private static String write(Database database, int attempts) {
    int all = (attempts + ROUNDS - 1) / ROUNDS;
    try (Handle handle = database.open()) {
      LargeLog log = new LargeLog(handle);
      String last = "";
      for (int from = 0; from < all; from += RUNS_AT_ONCE) {
        int begin = from;
        last = handle.inTransaction(_ -> log.runs(begin, Math.min(begin + RUNS_AT_ONCE, all)));
      }
      return last;
    }
  }

  private String runs(int from, int to) {
    String id = "";
    for (int run = from; run < to; run++) {
      Instant at = FIRST.plus(Duration.ofMinutes(14L * run));
      id = "%s-%06d".formatted(RunId.of(at, 0, random).substring(0, 6), run);
      run(id, at, run);
    }
    List.of(runs, attempts, exchanges, errors, ends).forEach(PreparedBatch::execute);
    return id;
  }

  private void run(String id, Instant at, int run) {
    boolean passed = random.nextInt(3) > 0;
    runs.bind("id", id)
        .bind("at", Columns.time(at))
        .bind("requirement", text(1800))
        .bind("model", run % 5 == 0 ? "large" : "qwen2.5-coder-1.5b-instruct-q4_k_m")
        .bind("language", LANGUAGES.get(random.nextInt(LANGUAGES.size())))
        .bind("type", TYPES.get(random.nextInt(TYPES.size())))
        .add();
    ends.bind("id", id)
        .bind("ended", passed ? "Solved" : "RoundsUsed")
        .bind("passed", Columns.flag(passed))
        .bind("tokens", random.nextInt(2000))
        .add();
    for (int round = 1; round <= ROUNDS; round++) {
      boolean passes = passed && round == ROUNDS;
      attempts
          .bind("id", id)
          .bind("round", round)
          .bind("at", Columns.time(at.plusSeconds(round)))
          .bind("verdict", passes ? "Passed" : "TestsFailed")
          .add();
      exchange(id, round, 0, round == 1 ? "code" : "repair", run);
      if (round == 1) {
        exchange(id, round, 1, "tests", run);
      }
      if (!passes) {
        String error = "test_%d failed: assert %d == 0".formatted(run % 9, run);
        errors.bind("id", id).bind("round", round).bind("text", error).add();
      }
    }
  }

  private void exchange(String id, int round, int position, String role, int run) {
    exchanges
        .bind("id", id)
        .bind("round", round)
        .bind("position", position)
        .bind("role", role)
        .bind("name", role.equals("code") ? "candidate/write" : role + "/write")
        .bind("hash", "%012x".formatted(run / 9000))
        // JSON that the reader takes, as long as a usual prompt
        .bind("messages", "[{\"role\":\"USER\",\"text\":\"" + text(3000) + "\"}]")
        .bind("reply", text(1200))
        .add();
  }

  private String text(int length) {
    int from = random.nextInt(words.length() - length);
    return words.substring(from, from + length);
  }

  /// {@return code and prose of Hone itself, as prompts and replies are made of} A server
  /// compresses texts, of which letters that repeat would leave nothing, and letters by chance
  /// everything.
  private static String words() {
    return TEXTS.stream().map(LargeLog::resource).collect(Collectors.joining(" "));
  }

  // Without what JSON would have to escape.
  private static String resource(String name) {
    try (InputStream in = LargeLog.class.getResourceAsStream("/dev/hone/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8)
          .replaceAll("[\"\\\\\\p{Cntrl}]", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
