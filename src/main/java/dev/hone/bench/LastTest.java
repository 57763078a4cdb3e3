package dev.hone.bench;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The last step of a hidden check whose one file of tests is run by a test framework: a test
/// behind all others, or what Node.js does when nothing is left to do. A command that chooses among
/// the tests, or changes their order, is not known.
///
/// @param form what the command of the check must look like
/// @param name what the path of the file of tests must look like
/// @param content what must stand in the file of tests
record LastTest(Pattern form, Pattern name, Pattern content) {
  private static final String BEFORE = "(?:.*&& )?";
  private static final LastTest CARGO =
      new LastTest(
          Pattern.compile(
              BEFORE
                  + "cargo test(?: (?:-q|--(?:quiet|offline|frozen|locked|release|tests|all-features"
                  + "|all-targets|workspace|test [\\w-]+|test=[\\w-]+)))*"
                  + "(?: --(?: (?:-q|--(?:quiet|nocapture|show-output|test-threads[= ]1)))*)?"),
          Pattern.compile(".*\\.rs"),
          Pattern.compile("#\\[test]"));
  private static final LastTest NODE =
      new LastTest(
          Pattern.compile(BEFORE + "node (?:--[\\w-]+ )*--test(?: [^&|;]*)?"),
          Pattern.compile(".*\\.[cm]?js"),
          Pattern.compile("['\"]node:test['\"]"));
  private static final LastTest PYTEST =
      new LastTest(
          Pattern.compile(
              BEFORE
                  + "(?:python3? (?:-[BIPs]+ )*-m )?pytest(?: (?:-[qvxs]+|-p no:\\w+|--(?:quiet|verbose"
                  + "|exitfirst|no-header|no-summary|disable-warnings|tb=\\w+|maxfail=\\d+)"
                  + "|[\\w./]+/?|[\\w./-]+\\.py))*"),
          Pattern.compile("(?:.*/)?(?:test_\\w+|\\w+_test)\\.py"),
          Pattern.compile("def test_?"));

  /// {@return the file of tests with a last step, or empty where the check is of no such form}
  ///
  /// @param problem the problem
  /// @param step the last step as the language writes it
  static Optional<SourceFile> in(Problem problem, String step) {
    return of(problem.language())
        .filter(known -> known.form().matcher(problem.hidden().run()).matches())
        .flatMap(known -> known.only(problem.hidden().checks()))
        .map(
            file ->
                new SourceFile(
                    file.path(),
                    file.content().stripTrailing() + behind(problem.language(), step)));
  }

  private static Optional<LastTest> of(LanguageId language) {
    return switch (language) {
      case RUST -> Optional.of(CARGO);
      case JAVASCRIPT -> Optional.of(NODE);
      case PYTHON -> Optional.of(PYTEST);
      case TYPESCRIPT, JAVA, GO, C, CPP -> Optional.empty();
    };
  }

  /// With several files nobody could tell which one comes last.
  private Optional<SourceFile> only(List<SourceFile> checks) {
    List<SourceFile> tests =
        checks.stream()
            .filter(file -> name.matcher(file.path()).matches())
            .filter(file -> content.matcher(file.content()).find())
            .toList();
    return tests.size() == 1 ? Optional.of(tests.getFirst()) : Optional.empty();
  }

  private static String behind(LanguageId language, String step) {
    return language == LanguageId.PYTHON
        ? "\n\n\ndef test_zzz_hone_end():\n" + step.indent(4)
        : "\n" + step;
  }
}
