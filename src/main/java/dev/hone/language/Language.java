package dev.hone.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One language by its real toolchain. Implementations are safe for use by several threads; nothing
/// here runs code of a candidate: commands are only described, and a sandbox runs them.
public interface Language {
  /// {@return which language this is}
  LanguageId id();

  /// {@return how its code is named and written}
  Idioms idioms();

  /// {@return how it says that a call ends with an error}
  default FailureWords failureWords() {
    return new FailureWords("throws an error", "throws an error");
  }

  /// {@return the toolchain as found on this machine, with nothing prepared or fetched for it, and
  /// kept} Its read-only folders are those of the toolchain alone. Blocks while programs are asked
  /// for their version.
  ///
  /// @throws ToolchainException if it is missing or too old, or if what brings its test runner is
  ///   missing and the test runner is not here yet
  default Toolchain installed() {
    return toolchain();
  }

  /// {@return the toolchain with its test runner, ready for {@link #gate} and {@link #tests}, found
  /// once and kept} Blocks while programs are asked for their version, and the first time on a
  /// machine while the test runner is built or fetched.
  ///
  /// @throws ToolchainException if it is missing or too old, or its runner cannot be built or
  ///   fetched
  Toolchain toolchain();

  /// {@return what {@link #toolchain} will still prepare or fetch on this machine, in words that go
  /// on from "the first use", such as `fetches pytest by pip (about 0.6 MB)`; empty where that is
  /// done or takes no time} Nothing is prepared or fetched here.
  ///
  /// @throws ToolchainException if the toolchain is missing or too old
  default Optional<String> firstUse() {
    return Optional.empty();
  }

  /// {@return the check that runs before any test, or empty where the language has none} It reads
  /// the files without running them.
  ///
  /// @param paths the candidate's files, relative to the work folder
  Optional<Invocation> gate(List<String> paths);

  /// {@return what the gate found, first fault first; empty where the code passed}
  ///
  /// @param exit the gate's exit code
  /// @param output its standard output
  /// @param errors its standard error
  List<Diagnostic> diagnostics(int exit, String output, String errors);

  /// {@return the names of the tests in a file as the runner will report them, in the order of the
  /// text, read from the syntax tree without running it} A parameterised test counts once, and one
  /// whose name is computed while it runs is left out. Empty where the file holds none.
  ///
  /// @param file a test file
  List<String> testNames(SourceFile file);

  /// {@return the name of the test that a line of a test file belongs to, as {@link #testNames}
  /// gives it, or empty where the line is outside of every test}
  ///
  /// @param file a test file
  /// @param line a line, from 1
  default Optional<String> testAt(SourceFile file, int line) {
    return Optional.empty();
  }

  /// {@return whether the test command compiles the code as the gate would and reports the
  /// compiler's faults, so that a gate before it would do the work twice}
  default boolean testsBuild() {
    return false;
  }

  /// {@return what keeps a file from being parsed, first fault first, found without a toolchain}
  /// Asked of languages whose {@link #testsBuild} holds: a test file of theirs cannot be compiled
  /// before there is a solution.
  ///
  /// @param file a source or test file
  default List<Diagnostic> syntaxFaults(SourceFile file) {
    return List.of();
  }

  /// {@return where the code declares something else than was asked for, one fault for each
  /// function; empty where it does not, or where that cannot be told} A compiler calls such code
  /// right, and only callers fail. The faults may be handed to {@link #fix}.
  ///
  /// @param code the candidate's files
  /// @param signatures what the code must offer, each as the language writes it
  default List<Diagnostic> signatureFaults(List<SourceFile> code, List<String> signatures) {
    return List.of();
  }

  /// {@return the code after all corrections by rule that are certain, or empty where there is none
  /// to make} No model is asked and nothing is run.
  ///
  /// @param code the candidate's files
  /// @param entryPoints functions or classes that the solution must offer; may be empty
  /// @param faults what compiler, loader or tests said; empty before anything ran
  default Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    return Optional.empty();
  }

  /// {@return the command that runs test files} It prints its report to standard output and
  /// whatever the code prints elsewhere.
  ///
  /// @param testPaths the test files, relative to the work folder
  /// @param mark a secret word, given to the runner and not to the code, by which its report is
  ///   known
  Invocation tests(List<String> testPaths, String mark);

  /// {@return what the test command reported}
  ///
  /// @param output its standard output
  /// @param errors its standard error
  /// @param mark the secret word that was given
  TestReport report(String output, String errors, String mark);

  /// {@return the command that builds the code as a program where that is needed, and runs it with
  /// nothing but its own output on standard output; empty where the language cannot}
  ///
  /// @param paths the candidate's files, relative to the work folder, the one to start first
  /// @param input what the program reads on standard input
  default Optional<Invocation> program(List<String> paths, String input) {
    return Optional.empty();
  }

  /// {@return the path of the test file that belongs to a solution}
  ///
  /// @param solutionPath the solution's file
  /// @param origin a word in the name that keeps suites apart, such as `text` or `generated`
  String testPath(String solutionPath, String origin);

  /// {@return what a test file beside the solution writes to import it, such as `solution` or
  /// `./solution.js`}
  ///
  /// @param solutionPath the solution's file
  String importName(String solutionPath);

  /// {@return a test file with one test for each example, or empty where no example can be written
  /// as a test} Names are `test_example_1` and so on, or what the language makes of it, by the
  /// place of the example in the list, so that an example that is left out leaves its number
  /// unused.
  ///
  /// @param brief what is tested by which examples
  Optional<SourceFile> exampleTests(TestBrief brief);

  /// {@return example tests as they run where values are compared outside of the code's process, or
  /// empty where that cannot be done for any test of the file} Only what {@link #exampleTests}
  /// wrote is taken on; a file of anybody else checks by itself.
  ///
  /// @param tests a test file
  default Optional<Observation> observation(SourceFile tests) {
    return Optional.empty();
  }

  /// {@return a file of example tests with the names of generated ones, such as `test_generated_1`}
  /// A name must not stand for a given and a generated test at once.
  ///
  /// @param examples what {@link #exampleTests} made
  default SourceFile asGenerated(SourceFile examples) {
    return new SourceFile(
        examples.path(), examples.content().replace("test_example_", "test_generated_"));
  }

  /// {@return functions and classes that a file offers to others, in the order of the text}
  ///
  /// @param file a source file
  List<String> offeredNames(SourceFile file);

  /// {@return a test file with the import of its framework, where it uses the framework and forgot
  /// it}
  ///
  /// @param file a test file
  default SourceFile withFramework(SourceFile file) {
    return file;
  }

  /// {@return a generated test file after all corrections that are certain, the import of its
  /// framework among them}
  ///
  /// @param file a test file
  /// @param entryPoints functions or classes that the solution must offer; may be empty
  default SourceFile mendedTests(SourceFile file, List<String> entryPoints) {
    return withFramework(file);
  }

  /// {@return a test file without some of its tests, the rest as it was}
  ///
  /// @param file a test file
  /// @param names tests to leave out, as {@link #testNames} gives them
  SourceFile withoutTests(SourceFile file, Set<String> names);

  /// {@return code and tests as a project that is built and tested by the language's usual command,
  /// without Hone} Nothing is written or run here, and no toolchain is asked for.
  ///
  /// @param brief what the project is made from
  Project project(ProjectBrief brief);

  /// {@return how third-party packages are fetched, or empty where code has the standard library
  /// only}
  default Optional<PackageClient> packageClient() {
    return Optional.empty();
  }
}
