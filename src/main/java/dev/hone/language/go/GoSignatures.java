package dev.hone.language.go;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.AskedFor;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares the functions that code declares with those that were asked for. Small models like to
/// return an error that nobody asked for; no test compiles against such a function.
final class GoSignatures {
  private GoSignatures() {}

  /// What a function takes and returns, each type without blanks.
  private record Shape(List<String> parameters, List<String> results) {}

  /// {@return one fault for each function that takes or returns something else than asked}
  ///
  /// @param code the candidate's files
  /// @param signatures what was asked for, as Go writes it; what is no whole signature is left out
  static List<Diagnostic> faults(List<SourceFile> code, List<String> signatures) {
    Set<String> own = ownTypes(code);
    return signatures.stream().flatMap(asked -> fault(code, asked, own).stream()).toList();
  }

  private static Optional<Diagnostic> fault(List<SourceFile> code, String asked, Set<String> own) {
    return function(asked)
        .flatMap(
            wanted ->
                AskedFor.fault(
                    asked,
                    code.stream().flatMap(file -> declared(file, wanted, own).stream()).toList()));
  }

  private static Optional<AskedFor.Declared> declared(
      SourceFile file, SyntaxNode wanted, Set<String> own) {
    return declared(file.content(), wanted.textAt("name"))
        .map(
            one ->
                new AskedFor.Declared(
                    file.path(), one.line(), head(one), fits(shape(one), shape(wanted), own)));
  }

  // A type of the code's own may be another name of what was asked for, and a function's type may
  // name its parameters or not.
  private static boolean fits(Shape declared, Shape wanted, Set<String> own) {
    return declared.equals(wanted)
        || Stream.of(declared, wanted)
            .flatMap(shape -> Stream.concat(shape.parameters().stream(), shape.results().stream()))
            .anyMatch(
                type ->
                    type.contains("func(")
                        || Stream.of(type.split("\\W+", -1)).anyMatch(own::contains));
  }

  private static Set<String> ownTypes(List<SourceFile> code) {
    return code.stream()
        .flatMap(file -> GoNames.parse(file.content()).all())
        .filter(node -> node.is("type_spec", "type_alias"))
        .map(node -> node.textAt("name"))
        .collect(Collectors.toSet());
  }

  /// {@return the file with the function as asked, where it only returns an error too many; else as
  /// it was}
  ///
  /// @param text the file
  /// @param fault a fault found here; of another one nothing comes
  static String withoutError(String text, Diagnostic fault) {
    Optional<SyntaxNode> wanted = AskedFor.asked(fault).flatMap(GoSignatures::function);
    Optional<SyntaxNode> declared = wanted.flatMap(w -> declared(text, w.textAt("name")));
    if (declared.isEmpty() || !onlyAddsAnError(shape(declared.get()), shape(wanted.get()))) {
      return text;
    }
    SyntaxNode function = declared.get();
    String name = function.textAt("name");
    List<SyntaxNode> returns = function.all().filter(node -> node.is("return_statement")).toList();
    int values = shape(function).results().size();
    boolean plain =
        function.all().noneMatch(node -> node.is("func_literal"))
            && function
                .at("result")
                .flatMap(result -> result.parts().stream())
                .allMatch(one -> one.at("name").findAny().isEmpty())
            && returns.stream().allMatch(one -> values(one).size() == values)
            && GoNames.parse(text).all().noneMatch(node -> takesBoth(node, name));
    if (!plain) {
      return text;
    }
    String body = function.textAt("body");
    for (SyntaxNode one : returns) {
      List<SyntaxNode> kept = values(one).subList(0, values - 1);
      String shorter = "return " + String.join(", ", kept.stream().map(SyntaxNode::text).toList());
      body =
          body.replaceAll(
              Pattern.quote(one.text()) + "(?=\\s*[;}\\n/])", Matcher.quoteReplacement(shorter));
    }
    String head = "func " + name + function.textAt("parameters") + " ";
    String result = wanted.get().textAt("result");
    return text.replace(function.text(), head + result + " " + body);
  }

  private static boolean onlyAddsAnError(Shape declared, Shape wanted) {
    List<String> results = new ArrayList<>(wanted.results());
    results.add("error");
    return !wanted.results().isEmpty()
        && declared.parameters().equals(wanted.parameters())
        && declared.results().equals(results);
  }

  /// Whether a statement takes the result of the function apart.
  private static boolean takesBoth(SyntaxNode node, String name) {
    return node.is("short_var_declaration", "assignment_statement", "var_spec")
        && Stream.concat(node.at("right"), node.at("value"))
            .anyMatch(right -> right.text().startsWith(name + "("));
  }

  private static List<SyntaxNode> values(SyntaxNode statement) {
    return statement.parts().stream().flatMap(list -> list.parts().stream()).toList();
  }

  private static Optional<SyntaxNode> function(String signature) {
    SyntaxNode tree = GoNames.parse("package p\n" + signature.strip() + " {}\n");
    return tree.broken()
        ? Optional.empty()
        : tree.parts().stream()
            .filter(node -> node.is("function_declaration"))
            .filter(node -> node.at("type_parameters").findAny().isEmpty())
            .filter(GoSignatures::namesItsParameters)
            .filter(node -> node.at("result").findAny().isPresent())
            .findFirst();
  }

  // Without names, what looks like a type may be a name: `func Clamp(value, low, high)`.
  private static boolean namesItsParameters(SyntaxNode function) {
    return function
        .at("parameters")
        .flatMap(list -> list.parts().stream())
        .allMatch(one -> one.is("parameter_declaration") && one.at("name").findAny().isPresent());
  }

  private static Optional<SyntaxNode> declared(String text, String name) {
    SyntaxNode tree = GoNames.parse(text);
    return tree.parts().stream()
        .filter(node -> node.is("function_declaration"))
        .filter(node -> node.textAt("name").equals(name))
        .filter(node -> node.at("type_parameters").findAny().isEmpty())
        .filter(node -> !node.broken())
        .findFirst();
  }

  private static Shape shape(SyntaxNode function) {
    return new Shape(
        function.at("parameters").flatMap(GoSignatures::types).toList(),
        function
            .at("result")
            .flatMap(
                result -> result.is("parameter_list") ? types(result) : Stream.of(bare(result)))
            .toList());
  }

  private static Stream<String> types(SyntaxNode list) {
    return list.parts().stream()
        .flatMap(
            one -> {
              long names = one.children().stream().filter(c -> c.field().equals("name")).count();
              String dots = one.is("variadic_parameter_declaration") ? "..." : "";
              String type = one.at("type").map(GoSignatures::bare).findFirst().orElse("");
              return Collections.nCopies((int) Math.max(1, names), dots + type).stream();
            });
  }

  private static String bare(SyntaxNode type) {
    return type.text()
        .replaceAll("\\s+", "")
        .replace("interface{}", "any")
        .replaceAll("\\bbyte\\b", "uint8")
        .replaceAll("\\brune\\b", "int32");
  }

  private static String head(SyntaxNode function) {
    String result = function.textAt("result");
    return "func "
        + function.textAt("name")
        + function.textAt("parameters")
        + (result.isEmpty() ? "" : " " + result);
  }
}
