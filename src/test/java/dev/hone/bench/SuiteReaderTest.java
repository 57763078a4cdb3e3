package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class SuiteReaderTest {
  @TempDir Path folder;

  @Test
  void everyFieldFindsItsPlace() {
    ObjectNode form = Tasks.triple("a/1").put("type", "numeric").put("canonical_cargo_toml", "[x]");
    form.putArray("starter_files").addObject().put("path", "start.py").put("content", "pass\n");

    ProblemSet set = read(Tasks.write(folder.resolve("words.jsonl"), List.of(form)));

    assertThat(set.name()).isEqualTo("words");
    assertThat(set.hash()).hasSize(16);
    assertThat(set.problems())
        .containsExactly(
            new Problem(
                0,
                "a/1",
                LanguageId.PYTHON,
                "numeric",
                new Problem.Asked(
                    form.path("requirement").asString(),
                    List.of(new SourceFile("start.py", "pass\n"))),
                new Problem.Hidden(
                    "hidden_entry",
                    List.of("solution.py"),
                    List.of(
                        new SourceFile(
                            "secret_check.py",
                            form.path("checks").get(0).path("content").asString())),
                    "python3 secret_check.py",
                    List.of(new SourceFile("solution.py", "def triple(n):\n    return n * 3\n")),
                    List.of(new SourceFile("Cargo.toml", "[x]")))));
  }

  @Test
  void starterFilesAreShownWithTheRequirement() {
    assertThat(new Problem.Asked("Mend it.", List.of(new SourceFile("a.py", "x = 1\n"))).text())
        .isEqualTo("Mend it.\n\nThese files are there already.\n\n`a.py`:\n```\nx = 1\n```");
  }

  @Test
  void severalSolutionFilesAreReadFromEitherForm() {
    ObjectNode form = Tasks.triple("a/1");
    form.remove("solution_path");
    form.remove("canonical_solution");
    form.putArray("solution_paths").add("a.py").add("lib/b.py");
    form.putObject("canonical_files").put("a.py", "A\n").put("lib/b.py", "B\n");

    Problem.Hidden hidden = read(write(form)).problems().getFirst().hidden();

    assertThat(hidden.solutionPaths()).containsExactly("a.py", "lib/b.py");
    assertThat(hidden.canonical())
        .containsExactly(new SourceFile("a.py", "A\n"), new SourceFile("lib/b.py", "B\n"));
  }

  @Test
  void aFolderHoldsItsFilesInAlphabeticalOrder() throws IOException {
    Tasks.write(folder.resolve("b.jsonl"), List.of(Tasks.triple("1")));
    Tasks.write(folder.resolve("a.jsonl"), List.of(Tasks.triple("1"), Tasks.triple("2")));
    Files.writeString(folder.resolve("README.md"), "no suite\n");

    assertThat(new SuiteReader().read(List.of(folder.toString())))
        .extracting(set -> set.name() + set.problems().size())
        .containsExactly("a2", "b1");
  }

  @Test
  void aShortNameIsLookedUpAmongTheTasks() {
    Tasks.write(folder.resolve("rust.jsonl"), List.of(Tasks.triple("1")));

    assertThat(new SuiteReader(folder).read(List.of("rust"))).hasSize(1);
    assertThatThrownBy(() -> new SuiteReader(folder).read(List.of("cobol")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "there is no suite cobol; name a .jsonl file, a folder of such files, or one of Hone's own: rust");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id": 'x' | words.jsonl:3 is no JSON
          [1]        | words.jsonl:3 is no JSON object
          {"id": "x", "language": "python"} | words.jsonl:3 has no field "requirement"
          {"id": "x", "language": "cobol", "requirement": "r"} | words.jsonl:3 names the language 'cobol'; Hone knows python, javascript
          {"id": "x", "language": "c", "requirement": "r", "solution_path": "a.c", "run": "x"} | words.jsonl:3 has no field "checks"
          {"id": "x", "language": "c", "requirement": "r", "solution_path": "../a.c"} | words.jsonl:3 names the file '../a.c'
          """)
  void aBrokenLineIsNamedByItsNumber(String line, String message) throws IOException {
    Path file = folder.resolve("words.jsonl");
    Files.writeString(file, Tasks.triple("a/1") + "\n\n" + line + "\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path one = Tasks.write(folder.resolve("a.jsonl"), List.of(Tasks.triple("1")));
    Path two = Tasks.write(other.resolve("a.jsonl"), List.of(Tasks.triple("1")));

    assertThatThrownBy(() -> new SuiteReader().read(List.of(one.toString(), two.toString())))
        .hasMessage("two suites are called a; rename one of the files");
  }

  private Path write(ObjectNode form) {
    return Tasks.write(folder.resolve("words.jsonl"), List.of(form));
  }

  private static ProblemSet read(Path file) {
    return new SuiteReader().read(List.of(file.toString())).getFirst();
  }
}
