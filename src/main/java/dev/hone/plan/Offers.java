package dev.hone.plan;

import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.Grammar;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Completes a plan that names nothing by what code offers. A requirement such as "add two numbers"
/// leaves the names to the code, and tests can only call what they know: names and parameters are
/// read from the code, and nothing else of it.
public final class Offers {
  private static final String[] FUNCTIONS = {
    "function_definition", "function_declaration", "function_item", "method_declaration"
  };

  private final Language language;

  /// Makes a reader.
  ///
  /// @param language the language of the code
  public Offers(Language language) {
    this.language = language;
  }

  /// {@return the plan with what the code offers to others, in the order of the code, or the plan
  /// as it is where it has signatures of its own or the code offers nothing} A function that
  /// another function of the code calls is a part of that one, and is left out.
  ///
  /// @param plan the plan
  /// @param code files of a solution, the first of them is read
  public Plan complete(Plan plan, List<SourceFile> code) {
    if (!plan.signatures().isEmpty() || code.isEmpty()) {
      return plan;
    }
    List<Signature> offered = offered(code.getFirst());
    return offered.isEmpty()
        ? plan
        : new Plan(
            plan.language(),
            offered.stream().map(Signature::text).toList(),
            offered.stream().map(Signature::name).toList(),
            plan.files(),
            plan.examples(),
            plan.edgeCases(),
            plan.steps());
  }

  private List<Signature> offered(SourceFile file) {
    SyntaxNode tree = SyntaxNode.parse(Grammar.of(language.id()), file.content());
    List<Signature> declared =
        language.id() == LanguageId.PYTHON
            ? tree.parts().stream().flatMap(Offers::python).toList()
            : Declarations.read(file.content(), language.id());
    Set<String> names = Set.copyOf(language.offeredNames(file));
    List<Signature> others = only(declared, one -> names.contains(one.name()));
    return only(others, one -> !isPart(one, tree));
  }

  // Where a rule would leave nothing, it says nothing.
  private static List<Signature> only(List<Signature> all, Predicate<Signature> wanted) {
    List<Signature> some = all.stream().filter(wanted).toList();
    return some.isEmpty() ? all : some;
  }

  private static boolean isPart(Signature signature, SyntaxNode tree) {
    Pattern call = Pattern.compile("(?<![\\w$])" + Pattern.quote(signature.name()) + "\\s*\\(");
    return !signature.isClass()
        && tree.all()
            .filter(node -> node.is(FUNCTIONS))
            .filter(function -> !isNamed(function, signature.name()))
            .anyMatch(function -> call.matcher(function.textAt("body")).find());
  }

  private static boolean isNamed(SyntaxNode function, String name) {
    String head = function.text().replace(function.textAt("body"), "");
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "\\s*[(<]").matcher(head).find();
  }

  private static Stream<Signature> python(SyntaxNode node) {
    SyntaxNode definition = node.at("definition").findFirst().orElse(node);
    String name = definition.textAt("name");
    if (name.startsWith("_")) {
      return Stream.of();
    }
    return switch (definition.type()) {
      case "function_definition" -> Stream.of(new Signature(name, def(definition, name), false));
      case "class_definition" -> Stream.of(new Signature(name, "class " + name, true));
      default -> Stream.of();
    };
  }

  private static String def(SyntaxNode definition, String name) {
    String result = definition.textAt("return_type");
    String text =
        "def " + name + definition.textAt("parameters") + (result.isEmpty() ? "" : " -> " + result);
    return text.replaceAll("\\s+", " ");
  }
}
