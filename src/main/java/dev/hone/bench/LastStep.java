package dev.hone.bench;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The last step of a hidden check: what runs only after all of the check did, and writes a word
/// into the file that `HONE_BENCH_END` names. Code that ends the process early never gets there,
/// whatever its exit code. The file on disk holds no such step; each run gets a word of its own,
/// which the solution's text cannot know.
final class LastStep {
  private static final Pattern JAVA_MAIN =
      Pattern.compile("(?:public\\s+)?static\\s+(?:public\\s+)?void\\s+main\\s*\\(");
  private static final Pattern RUST_MAIN = Pattern.compile("\\bfn\\s+main\\s*\\(\\s*\\)\\s*\\{");
  private static final Pattern C_MAIN = Pattern.compile("\\bint\\s+main\\s*\\(([^()]*)\\)\\s*\\{");
  private static final Pattern GO_PACKAGE = Pattern.compile("(?m)^package\\s+(\\w+)");

  private LastStep() {}

  /// {@return the files of the check with a last step, or empty where the check has no form that is
  /// known, so that its exit code must decide}
  ///
  /// @param problem the problem
  /// @param word what the last step writes; letters and digits only
  static Optional<List<SourceFile>> in(Problem problem, String word) {
    List<SourceFile> checks = problem.hidden().checks();
    String run = problem.hidden().run();
    if (problem.language() == LanguageId.GO) {
      return go(checks, run, word);
    }
    return LastTest.in(problem, step(problem.language(), word))
        .map(file -> replaced(checks, file))
        .or(() -> ofProgram(problem, word));
  }

  private static String step(LanguageId language, String word) {
    return switch (language) {
      case PYTHON -> python(word);
      case JAVASCRIPT -> node("process", word);
      case RUST -> rustTest(word);
      case TYPESCRIPT, JAVA, GO, C, CPP -> "";
    };
  }

  private static Optional<List<SourceFile>> ofProgram(Problem problem, String word) {
    List<SourceFile> checks = problem.hidden().checks();
    String run = problem.hidden().run();
    return checks.stream()
        .filter(file -> run.contains(name(file)) || declaresMain(problem.language(), file))
        .findFirst()
        .flatMap(
            file ->
                ended(problem.language(), file.content(), run, word)
                    .map(text -> replaced(checks, new SourceFile(file.path(), text))));
  }

  private static boolean declaresMain(LanguageId language, SourceFile file) {
    return language == LanguageId.JAVA && JAVA_MAIN.matcher(file.content()).find();
  }

  private static String name(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  private static List<SourceFile> replaced(List<SourceFile> files, SourceFile one) {
    return files.stream().map(file -> file.path().equals(one.path()) ? one : file).toList();
  }

  private static Optional<String> ended(LanguageId language, String text, String run, String word) {
    return switch (language) {
      case PYTHON -> plain(text, run, "python3? \\S+\\.py", python(word));
      case JAVASCRIPT -> plain(text, run, "node \\S+\\.[cm]?js", node("process", word));
      case TYPESCRIPT ->
          plain(text, run, ".*node \\S+\\.js", node("(globalThis as any).process", word));
      case JAVA -> java(text, word);
      case RUST -> rust(text, run, word);
      case C, CPP -> c(text, word);
      case GO -> Optional.empty();
    };
  }

  private static Optional<String> plain(String text, String run, String form, String step) {
    return run.matches(form) ? Optional.of(text.stripTrailing() + "\n" + step) : Optional.empty();
  }

  private static String python(String word) {
    return """
        with __import__("io").open(__import__("os").environ["HONE_BENCH_END"], "w") as hone_end:
            hone_end.write("%s")
        """
        .formatted(word);
  }

  // Node tells nobody of this event where code ended the process, and comes to it only after what
  // the check still waits for.
  private static String node(String process, String word) {
    return """
        ;%1$s.once('beforeExit', () => %1$s.getBuiltinModule('node:fs').writeFileSync(%1$s.env.HONE_BENCH_END, '%2$s'));
        """
        .formatted(process, word);
  }

  private static Optional<String> java(String text, String word) {
    Matcher main = JAVA_MAIN.matcher(text);
    String first =
        """
        public static void main(String[] honeArguments) throws Throwable {
            honeCheck(honeArguments);
            java.nio.file.Files.writeString(java.nio.file.Path.of(java.lang.System.getenv("HONE_BENCH_END")), "%s");
          }

          static void honeCheck("""
            .formatted(word);
    return main.find()
        ? Optional.of(main.replaceFirst(Matcher.quoteReplacement(first)))
        : Optional.empty();
  }

  private static Optional<List<SourceFile>> go(List<SourceFile> checks, String run, String word) {
    Optional<SourceFile> test =
        checks.stream().filter(file -> file.path().endsWith("_test.go")).findFirst();
    boolean known =
        run.matches("(?:.*&& )?go test [^&|;]*")
            && checks.stream().noneMatch(file -> file.content().contains("TestMain"));
    return test.filter(_ -> known)
        .flatMap(file -> goPackage(file).map(name -> goEnd(file, name, word)))
        .map(end -> Stream.concat(checks.stream(), Stream.of(end)).toList());
  }

  private static Optional<String> goPackage(SourceFile file) {
    return GO_PACKAGE
        .matcher(file.content())
        .results()
        .map(found -> found.group(1).replaceFirst("_test$", ""))
        .findFirst();
  }

  // A package of its own beside the tests: no name of the solution can be in its way.
  private static SourceFile goEnd(SourceFile test, String name, String word) {
    String folder = test.path().substring(0, test.path().lastIndexOf('/') + 1);
    return new SourceFile(
        folder + "hone_end_test.go",
        """
        package %s_test

        import (
        	"os"
        	"testing"
        )

        func TestMain(m *testing.M) {
        	code := m.Run()
        	if code == 0 {
        		os.WriteFile(os.Getenv("HONE_BENCH_END"), []byte("%s"), 0o600)
        	}
        	os.Exit(code)
        }
        """
            .formatted(name, word));
  }

  private static Optional<String> rust(String text, String run, String word) {
    if (run.matches("rustc .*--test .*")) {
      return Optional.of(text.stripTrailing() + "\n" + rustTest(word));
    }
    Matcher main = RUST_MAIN.matcher(text);
    return run.matches("rustc .*") && main.find()
        ? Optional.of(
            "%s\nfn main() {\n    hone_check();\n    %s\n}\n"
                .formatted(main.replaceFirst("fn hone_check() {").stripTrailing(), rustEnd(word)))
        : Optional.empty();
  }

  // The tests run one after the other in the order of their names.
  private static String rustTest(String word) {
    return "#[cfg(test)]\nmod zzz_hone_end {\n    #[test]\n    fn zzz() {\n        %s\n    }\n}\n"
        .formatted(rustEnd(word));
  }

  private static String rustEnd(String word) {
    return "std::fs::write(std::env::var(\"HONE_BENCH_END\").unwrap(), \"%s\").unwrap();"
        .formatted(word);
  }

  private static Optional<String> c(String text, String word) {
    Optional<Matcher> main = lastMain(text);
    int end = text.lastIndexOf('}');
    if (main.isEmpty() || Braces.end(text, main.get().end() - 1) != end) {
      return Optional.empty();
    }
    String parameters = main.get().group(1).strip();
    boolean bare = parameters.isEmpty() || parameters.equals("void");
    // Only a function that is called main may come to its end without a value.
    String check =
        text.substring(0, main.get().start())
            + "static int hone_check("
            + parameters
            + ") {"
            + text.substring(main.get().end(), end)
            + "return 0;\n}\n";
    return Optional.of(
        check
            + """
            #include <stdio.h>
            #include <stdlib.h>
            int main(int argc, char **argv) {
              (void)argc;
              (void)argv;
              int hone_status = hone_check(%s);
              FILE *hone_end = hone_status == 0 ? fopen(getenv("HONE_BENCH_END"), "w") : NULL;
              if (hone_end != NULL) {
                fputs("%s", hone_end);
                fclose(hone_end);
              }
              return hone_status;
            }
            """
                .formatted(bare ? "" : "argc, argv", word));
  }

  private static Optional<Matcher> lastMain(String text) {
    Matcher main = C_MAIN.matcher(text);
    int start = -1;
    while (main.find()) {
      start = main.start();
    }
    return start >= 0 && main.find(start) ? Optional.of(main) : Optional.empty();
  }
}
