package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.runlog.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--commit`, looked at by git itself.
class CommitTest {
  private static final String BEFORE = "def twice(n):\n    return n + n\n";
  private static final String AFTER = "def twice(n):\n    return n * 2\n";

  @TempDir Path folder;
  private ScriptedServices services;
  private Path repository;
  private Path file;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void aRepositoryWithOneCommit() throws Exception {
    services = new ScriptedServices(folder);
    services.result = EditedResults.changed(Samples.result("261123-233528-k3"), "twice.py", AFTER);
    services.environment.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
    services.environment.put("GIT_CONFIG_NOSYSTEM", "1");
    repository = Files.createDirectories(folder.resolve("work"));
    git("init", "-q", "-b", "main");
    git("config", "user.name", "A Person");
    git("config", "user.email", "person@example.org");
    file = written("twice.py", BEFORE);
    written("other.py", "x = 1\n");
    git("add", ".");
    git("commit", "-q", "-m", "begin");
  }

  @Test
  void theChangeIsCommittedAndNothingElse() throws Exception {
    written("other.py", "x = 2\n");
    git("add", "other.py");
    written("other.py", "x = 3\n");
    written("notes.txt", "mine\n");

    Outcome outcome = hone("Use *\n\ninstead of +", "--file", path(), "--apply", "--commit");

    assertThat(outcome.err())
        .startsWith(
            "wrote %s; git restore %s brings back what it was\ncommitted "
                .formatted(path(), path()))
        .endsWith(" on main: Use *\n")
        .hasLineCount(2);
    assertThat(outcome.exit()).isZero();
    assertThat(git("log", "-1", "--format=%an <%ae>, %cn%n%B"))
        .isEqualTo(
            """
            A Person <person@example.org>, A Person
            Use *

            Use *

            instead of +

            Hone-Run: 261123-233528-k3

            """);
    assertThat(git("show", "--format=", "--name-only")).isEqualTo("twice.py\n");
    assertThat(git("show", "HEAD:twice.py")).isEqualTo(AFTER);
    assertThat(git("status", "--porcelain")).isEqualTo("MM other.py\n?? notes.txt\n");
    assertThat(git("show", ":other.py")).isEqualTo("x = 2\n");
  }

  @Test
  void aFileThatTheRunAddedIsPartOfIt() throws Exception {
    Attempt best = services.result.best().orElseThrow();
    services.result =
        EditedResults.changed(
            services.result,
            Stream.concat(best.code().stream(), Stream.of(new SourceFile("lib/new.py", "y = 1\n")))
                .toList());

    assertThat(hone("Use *", "--file", path(), "--apply", "--commit").exit()).isZero();

    assertThat(git("show", "--format=", "--name-only")).isEqualTo("lib/new.py\ntwice.py\n");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aFurtherWorkTreeIsARepositoryToo() throws Exception {
    git("worktree", "add", "-q", "-b", "side", folder.resolve("side").toString());
    Path there = folder.resolve("side").resolve("twice.py");

    assertThat(hone("Use *", "--file", there.toString(), "--apply", "--commit").err())
        .contains(" on side: Use *\n");

    assertThat(git("show", "--format=", "--name-only", "side")).isEqualTo("twice.py\n");
    assertThat(git("log", "-1", "--format=%s", "main")).isEqualTo("begin\n");
    assertThat(git("-C", folder.resolve("side").toString(), "status", "--porcelain")).isEmpty();
  }

  @Test
  void changesOfThePersonInTheFileAreRefusedBeforeTheRun() throws Exception {
    written("twice.py", BEFORE + "# mine\n");
    assertRefused("twice.py has changes of yours that are not committed", path());

    git("add", "twice.py");
    assertRefused("twice.py has changes of yours that are not committed", path());

    written("twice.py", BEFORE);
    assertRefused("twice.py has changes of yours that are not committed", path());
  }

  @Test
  void aFileInNoCommitIsRefused() throws IOException {
    Path fresh = written("fresh.py", "z = 1\n");
    assertRefused("fresh.py is in no commit yet", fresh.toString());
    Path ignored = written("ignored.py", "z = 1\n");
    written(".gitignore", "ignored.py\n");
    assertRefused("ignored.py is in no commit yet", ignored.toString());
    Path outside = Files.writeString(folder.resolve("outside.py"), "z = 1\n");
    assertRefused("outside.py is in no git repository", outside.toString());
  }

  @Test
  void aPersonWithoutANameIsToldWhatToType() throws Exception {
    git("config", "--unset", "user.email");

    assertRefused("git config user.email you@example.com", path());

    Files.writeString(folder.resolve("gitconfig"), "[user]\n\temail = elsewhere@example.org\n");
    assertThat(hone("Use *", "--file", path(), "--apply", "--commit").exit()).isZero();
    assertThat(git("log", "-1", "--format=%ae")).isEqualTo("elsewhere@example.org\n");
  }

  @Test
  void aMergeThatIsNotEndedIsRefused() throws Exception {
    git("checkout", "-q", "-b", "side");
    written("other.py", "x = 5\n");
    git("commit", "-q", "-a", "-m", "side");
    git("checkout", "-q", "main");
    written("other.py", "x = 6\n");
    git("commit", "-q", "-a", "-m", "main");
    git("merge", "-q", "side");

    assertRefused("git status says what to do first", path());
  }

  @Test
  void whatWasStagedMeanwhileIsNeitherCommittedNorOverwritten() throws Exception {
    services.whileSolving =
        () -> {
          try {
            written("twice.py", "# mine\n");
            git("add", "twice.py");
            written("twice.py", BEFORE);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };

    Outcome outcome = hone("Use *", "--file", path(), "--apply", "--commit");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("changes of yours");
    assertThat(file).hasContent(BEFORE);
    assertThat(git("show", ":twice.py")).isEqualTo("# mine\n");
  }

  @Test
  void hooksDoNotRunAndNothingIsSignedAndBothAreSaid() throws Exception {
    Path mark = folder.resolve("mark");
    for (String hook : List.of("pre-commit", "post-commit")) {
      Path script = written(".git/hooks/" + hook, "#!/bin/sh\ntouch " + mark + "\nexit 1\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    git("config", "commit.gpgsign", "true");

    Outcome outcome = hone("Use *", "--file", path(), "--apply", "--commit");

    assertThat(outcome.err())
        .endsWith(
            "its hooks did not run (pre-commit, post-commit), it is not signed; once you have read it: git commit --amend --no-edit\n");
    assertThat(mark).doesNotExist();
    assertThat(git("log", "-1", "--format=%s %G?")).isEqualTo("Use * N\n");
  }

  @Test
  void codeThatDidNotPassIsNotCommitted() throws Exception {
    services.result = EditedResults.unpassed(services.result);

    assertThat(hone("Use *", "--file", path(), "--apply", "--commit").exit())
        .isEqualTo(ExitCode.NOT_PASSED);

    assertThat(git("log", "-1", "--format=%s")).isEqualTo("begin\n");
    assertThat(file).hasContent(BEFORE);
  }

  @Test
  void aDryRunSaysWhatWouldBeCommitted() throws Exception {
    assertThat(hone("Use *", "--file", path(), "--apply", "--commit", "--dry-run").err())
        .isEqualTo("would write %s\nwould commit: Use *\n".formatted(path()));
    assertThat(git("log", "-1", "--format=%s")).isEqualTo("begin\n");
  }

  @Test
  void withoutApplyThereIsNothingToCommit() {
    for (String[] words :
        List.of(
            new String[] {"Use *", "--commit"}, new String[] {"x", "--file", path(), "--commit"})) {
      Outcome outcome = hone(words);

      assertThat(outcome.err())
          .isEqualTo(
              "hone: --commit commits what --apply wrote; type: hone \"…\" --file PATH --apply --commit\n");
      assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    }
    assertThat(services.solved).isEmpty();
  }

  private void assertRefused(String message, String named) {
    Outcome outcome = hone("Use *", "--file", named, "--apply", "--commit");

    assertThat(outcome.err()).startsWith("hone: --commit: ").contains(message);
    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(services.solved).isEmpty();
  }

  private Path written(String name, String content) {
    try {
      Path path = repository.resolve(name);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path() {
    return file.toString();
  }

  private String git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(words));
    return Programs.run(folder, command.toArray(String[]::new)).out();
  }

  private Outcome hone(String... words) {
    String[] quiet = java.util.Arrays.copyOf(words, words.length + 1);
    quiet[words.length] = "--quiet";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(InputStream.nullInputStream(), print(out), print(err), false, false);
    int exit = new Program(Commands.all(services), "hone 0.1.0", false).run(quiet, streams);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
