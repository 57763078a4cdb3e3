package dev.hone.language.cpp;

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
import org.treesitter.TreeSitterCpp;

/// C++17 by g++ 8 or clang++ 8 and later, with checks of undefined behaviour and of the standard
/// library built in where the compiler has them. Tests are functions `void test_name()` with the
/// assertions of `hone_test.hpp` or plain `assert`, tests of GoogleTest, or a `main` that ends with
/// 0.
public final class Cpp extends GccLanguage {
  private static final Idioms IDIOMS =
      new Idioms(
          "solution.cpp",
          ".cpp",
          "cpp",
          "//",
          "plain assert",
          "Include the header of every name that you use and write a short comment. No tests, no demo code.",
          "Start with #include \"{module}\" and #include \"hone_test.hpp\". Write functions static"
              + " void test_name() { ... }, each with one or two CHECK_EQ(actual, expected),"
              + " CHECK(condition) or CHECK_THROWS_AS(expression, std::invalid_argument). No main,"
              + " and do not define the tested code again.");

  /// Makes the language; nothing is looked for yet.
  ///
  /// @param cacheFolder where the test runner is kept
  /// @param progress is told when the test runner is built
  public Cpp(Path cacheFolder, Progress progress) {
    super(true, TreeSitterCpp::new, cacheFolder, progress);
  }

  @Override
  public LanguageId id() {
    return LanguageId.CPP;
  }

  @Override
  public FailureWords failureWords() {
    return new FailureWords("throws std::invalid_argument", "throws std::invalid_argument");
  }

  @Override
  public Idioms idioms() {
    return IDIOMS;
  }

  @Override
  public String importName(String solutionPath) {
    String name = solutionPath.substring(solutionPath.lastIndexOf('/') + 1);
    return stem(name) + (name.endsWith(".h") ? ".h" : ".hpp");
  }

  @Override
  public Optional<SourceFile> exampleTests(TestBrief brief) {
    return new CppExamples(new TreeSitterCpp(), brief, importName(brief.solutionPath()))
        .file()
        .map(content -> new SourceFile(brief.testPath(), content));
  }

  @Override
  public Optional<Observation> observation(SourceFile tests) {
    return NativeObservation.of(new TreeSitterCpp(), tests, CppObservation::taken);
  }
}
