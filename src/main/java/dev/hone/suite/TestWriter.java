package dev.hone.suite;

import dev.hone.candidate.CodeBlock;
import dev.hone.language.Idioms;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import dev.hone.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks for tests from the requirement alone, never with a candidate in view, and reads them from
/// the reply. Tests written with wrong code in view repeat what the code does.
public final class TestWriter {
  private final PromptTemplate template = PromptTemplate.load("suite/write");
  private final Language language;

  /// Makes a writer.
  ///
  /// @param language the target language
  public TestWriter(Language language) {
    this.language = language;
  }

  /// {@return the prompt that asks for tests}
  ///
  /// @param requirement what is asked
  /// @param plan its plan
  public Prompt write(Requirement requirement, Plan plan) {
    Idioms idioms = language.idioms();
    return template.fill(
        Map.of(
            "language", plan.language().title(),
            "requirement", requirement.text().strip(),
            "framework", idioms.testFramework(),
            "file", plan.mainFile(),
            "signatures", signatures(plan),
            "cases", cases(plan),
            "style", idioms.testStyle().replace("{module}", language.importName(plan.mainFile())),
            "fence", idioms.fence()));
  }

  /// {@return the tests in a reply, or empty where it was cut or holds none}
  ///
  /// @param reply the reply
  /// @param plan the plan
  public Optional<TestFile> read(Reply reply, Plan plan) {
    if (reply.finish() == FinishReason.LENGTH) {
      return Optional.empty();
    }
    List<CodeBlock> blocks = CodeBlock.in(reply.text());
    String code =
        blocks.isEmpty()
            ? reply.text()
            : blocks.stream().map(CodeBlock::code).collect(Collectors.joining("\n"));
    String path = language.testPath(plan.mainFile(), Origin.GENERATED.id());
    SourceFile file = new SourceFile(path, code.strip() + "\n");
    List<String> names = language.testNames(file);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new TestFile(Origin.GENERATED, file, names));
  }

  private static String signatures(Plan plan) {
    return plan.signatures().isEmpty()
        ? ""
        : ", which offers "
            + plan.signatures().stream().collect(Collectors.joining("`, `", "`", "`"));
  }

  private static String cases(Plan plan) {
    return plan.edgeCases().isEmpty()
        ? ""
        : "Edge cases worth a test: " + String.join("; ", plan.edgeCases()) + ".";
  }
}
