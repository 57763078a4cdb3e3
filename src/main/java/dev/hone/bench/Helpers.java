package dev.hone.bench;

import dev.hone.language.LanguageId;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What checks compile for themselves and want to find again, such as a test framework. It is made
/// once for each language, in the sandbox, by the check of a solution that the file of problems
/// holds; each check then starts from a copy. What a check writes there is gone after it: a
/// candidate cannot leave anything behind for the next one.
final class Helpers implements AutoCloseable {
  private static final int MOST_TRIES = 3;
  private static final Limits LIMITS =
      new Limits(
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          2L << 30,
          256,
          1024,
          256L << 20,
          1L << 30,
          96L << 20);

  private final Folder folder = Folder.make();
  private final Progress progress;
  private final Map<LanguageId, String> archives = new HashMap<>();
  private final Map<LanguageId, Integer> tries = new HashMap<>();

  Helpers(Progress progress) {
    this.progress = progress;
    try {
      // Code in the sandbox has another user.
      Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the archive that a check starts from, or `-` for none}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  synchronized String archive(Problem problem, CheckRunner runner) throws InterruptedException {
    String run = problem.hidden().run();
    if (!run.contains("HONE_BENCH_CACHE") && !run.contains("HONE_BENCH_SUPPORT")) {
      return "-";
    }
    LanguageId language = problem.language();
    if (!archives.containsKey(language) && tries.merge(language, 1, Integer::sum) <= MOST_TRIES) {
      make(problem, runner);
    }
    return archives.getOrDefault(language, "-");
  }

  /// {@return a folder that is gone with this object}
  Path scratch() {
    return folder.path();
  }

  private void make(Problem problem, CheckRunner runner) throws InterruptedException {
    progress.report(new Event.Stage("preparing the checks of " + problem.language().id()));
    boolean known = !problem.hidden().canonical().isEmpty();
    Solution trusted =
        Solution.ofFile(problem, known ? Approach.CANONICAL : Approach.STUB).orElseThrow();
    Execution execution =
        runner.run(
            problem,
            trusted,
            problem.hidden().checks(),
            List.of("-", runner.goCache(), "helpers"),
            LIMITS);
    // A right solution whose check fails may have stopped half-way through a helper.
    boolean whole =
        execution.limit() == Limit.NONE
            && !execution.truncated()
            && (execution.exit() == 0 || !known);
    if (whole && execution.stdout().isBlank()) {
      archives.put(problem.language(), "-");
    } else if (whole) {
      archives.put(problem.language(), keep(problem.language(), execution.stdout()));
    }
  }

  private String keep(LanguageId language, String text) {
    try {
      Path archive = folder.path().resolve(language.id() + ".tar.gz");
      Files.write(archive, Base64.getMimeDecoder().decode(text));
      Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
      return archive.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
