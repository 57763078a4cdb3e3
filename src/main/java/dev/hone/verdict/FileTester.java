package dev.hone.verdict;

import dev.hone.language.Diagnostic;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.sandbox.Execution;
import dev.hone.suite.TestFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs one test file. Where the compiler refuses single tests, those end with its words as their
/// error and the rest is run without them: in a compiled language one wrong test would otherwise
/// take all others of its file with it.
final class FileTester {
  // A compiler that reports types before lifetimes, say, needs one more look after each phase.
  private static final int MOST_BUILDS = 3;

  private final Workspace workspace;
  private final Consumer<Execution> executed;

  FileTester(Workspace workspace, Consumer<Execution> executed) {
    this.workspace = workspace;
    this.executed = executed;
  }

  FileRun run(TestFile file) throws InterruptedException {
    Map<String, String> refused = new LinkedHashMap<>();
    FileRun run = once(file);
    for (int build = 1; build < MOST_BUILDS; build++) {
      Optional<Map<String, String>> more = refused(run);
      if (more.isEmpty()) {
        break;
      }
      refused.putAll(more.get());
      TestFile rest = file.without(refused.keySet(), workspace.language());
      if (rest.names().isEmpty()) {
        return run;
      }
      run = once(rest);
    }
    return refused.isEmpty() ? run : whole(file, run, refused);
  }

  private FileRun once(TestFile file) throws InterruptedException {
    FileRun run = workspace.test(file);
    executed.accept(run.execution());
    return run;
  }

  /// The tests that the compiler refused with its words, or empty where it refused something else.
  private Optional<Map<String, String>> refused(FileRun run) {
    Language language = workspace.language();
    SourceFile file = run.file().file();
    Map<String, String> refused = new LinkedHashMap<>();
    for (Diagnostic fault : run.report().buildErrors()) {
      Optional<String> test =
          fault.path().equals(file.path()) ? language.testAt(file, fault.line()) : Optional.empty();
      if (test.isEmpty()) {
        return Optional.empty();
      }
      refused.putIfAbsent(test.get(), "it does not compile: " + fault.message());
    }
    return refused.isEmpty() ? Optional.empty() : Optional.of(refused);
  }

  private static FileRun whole(TestFile file, FileRun run, Map<String, String> refused) {
    List<Case> cases = new ArrayList<>(run.report().cases());
    refused.forEach((name, words) -> cases.add(new Case(name, State.ERROR, words)));
    TestReport report = run.report();
    return new FileRun(
        file,
        run.observation(),
        run.execution(),
        new TestReport(cases, report.loadErrors(), report.buildErrors(), report.complete()),
        run.limits());
  }
}
