package dev.hone.language.c;

import dev.hone.language.FailureWords;
import dev.hone.language.Idioms;
import dev.hone.language.LanguageId;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.gcc.GccLanguage;
import dev.hone.language.gcc.NativeObservation;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.Optional;
import org.treesitter.TreeSitterC;

/// C11 by gcc 8 or clang 8 and later, with checks of undefined behaviour built in where the
/// compiler has them. Tests are functions `void test_name(void)` with the assertions of
/// `hone_test.h` or plain `assert`, or a `main` that ends with 0.
public final class C extends GccLanguage {
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.c",
          ".c",
          "c",
          "//",
          "plain assert",
          "Include the header of every function that you use and write a short comment. No tests, no demo code.",
          "Start with #include \"{module}\" and #include \"hone_test.h\". Write functions static"
              + " void test_name(void) { ... }, each with one or two CHECK_EQ(actual, expected),"
              + " which compares numbers and strings, or CHECK(condition). No main, and do not"
              + " define the tested code again.");

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the test runner is kept
  /// @param progress is told when the test runner is built
  public C(Path cacheFolder, Progress progress) {
    super(false, TreeSitterC::new, cacheFolder, progress);
  }

  @Override
  public LanguageId id() {
    return LanguageId.C;
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("returns -1", "== -1");
  }

  @Override
  public Idioms idioms() {
    return IDIOMS;
  }

  @Override
  public String importName(String solutionPath) {
    return stem(solutionPath.substring(solutionPath.lastIndexOf('/') + 1)) + ".h";
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return new CExamples(new TreeSitterC(), brief, importName(brief.solutionPath()))
        .file()
        .map(content -> new SourceFile(brief.testPath(), content));
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return NativeObservation.of(new TreeSitterC(), tests, CObservation::taken);
  }
}
