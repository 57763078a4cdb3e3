package dev.hone.language.go;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.treesitter.TreeSitterGo;

/// Names in Go text, read from its syntax tree.
final class GoNames {
  private static final Pattern OUTPUT =
      Pattern.compile("(?is)(?://|/\\*)\\s*(?:unordered )?output:.*");

  private GoNames() {}

  static SyntaxNode parse(String text) {
    return SyntaxNode.parse(new TreeSitterGo(), text);
  }

  /// Returns the tests, fuzz tests and examples with a stated output, in the order of the text.
  static List<String> tests(String text) {
    return functions(parse(text)).filter(GoNames::isTest).map(f -> f.textAt("name")).toList();
  }

  /// Returns functions and types of the package, exported or not: tests stand in the same package.
  static List<String> offered(String text) {
    return parse(text).parts().stream()
        .flatMap(
            part ->
                switch (part.type()) {
                  case "function_declaration" -> Stream.of(part.textAt("name"));
                  case "type_declaration" -> part.parts().stream().map(type -> type.textAt("name"));
                  default -> Stream.empty();
                })
        .filter(name -> !name.isEmpty() && !name.equals("init"))
        .distinct()
        .toList();
  }

  static Optional<String> testAt(String text, int line) {
    return functions(parse(text))
        .filter(GoNames::isTest)
        .filter(test -> test.line() <= line && line <= test.lastLine())
        .map(test -> test.textAt("name"))
        .findFirst();
  }

  /// Returns the text without some of its tests, and without imports that only they used.
  static String without(String text, Set<String> names) {
    SyntaxNode tree = parse(text);
    Set<Integer> dropped = new HashSet<>();
    functions(tree)
        .filter(test -> isTest(test) && names.contains(test.textAt("name")))
        .forEach(test -> dropped.addAll(lines(tree, test)));
    if (dropped.isEmpty()) {
      return text;
    }
    return GoImports.withoutUnused(keep(text, dropped), GoImports.qualifiers(tree))
        .replaceAll("\n{3,}", "\n\n");
  }

  /// Returns the text without some of its lines.
  static String keep(String text, Set<Integer> dropped) {
    List<String> lines = text.lines().toList();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!dropped.contains(i + 1)) {
        kept.add(lines.get(i));
      }
    }
    return String.join("\n", kept) + "\n";
  }

  /// The lines of a declaration and of the comment right above it.
  static Set<Integer> lines(SyntaxNode tree, SyntaxNode declaration) {
    Set<Integer> comments =
        tree.children().stream()
            .filter(node -> node.is("comment"))
            .flatMap(node -> Stream.iterate(node.line(), n -> n <= node.lastLine(), n -> n + 1))
            .collect(Collectors.toSet());
    Set<Integer> lines = new HashSet<>();
    for (int line = declaration.line(); line <= declaration.lastLine(); line++) {
      lines.add(line);
    }
    for (int line = declaration.line() - 1; comments.contains(line); line--) {
      lines.add(line);
    }
    return lines;
  }

  private static Stream<SyntaxNode> functions(SyntaxNode tree) {
    return tree.parts().stream().filter(node -> node.is("function_declaration"));
  }

  private static boolean isTest(SyntaxNode function) {
    String name = function.textAt("name");
    if (name.equals("TestMain")) {
      return takes(function, "T");
    }
    return (isNamed(name, "Test") && takes(function, "T"))
        || (isNamed(name, "Fuzz") && takes(function, "F"))
        || (isNamed(name, "Example") && statesOutput(function));
  }

  private static boolean isNamed(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length()
            || !Character.isLowerCase(name.codePointAt(prefix.length())));
  }

  private static boolean takes(SyntaxNode function, String kind) {
    List<SyntaxNode> parameters =
        function.at("parameters").flatMap(list -> list.parts().stream()).toList();
    return parameters.size() == 1
        && parameters.getFirst().at("name").count() <= 1
        && parameters.getFirst().textAt("type").matches("\\*\\s*(?:\\w+\\s*\\.\\s*)?" + kind)
        && function.at("result").findAny().isEmpty()
        && function.at("type_parameters").findAny().isEmpty();
  }

  private static boolean statesOutput(SyntaxNode function) {
    List<SyntaxNode> inside =
        function.at("body").flatMap(SyntaxNode::all).filter(node -> node.is("comment")).toList();
    boolean bare =
        function.at("parameters").allMatch(list -> list.parts().isEmpty())
            && function.at("result").findAny().isEmpty();
    return bare && inside.stream().anyMatch(comment -> OUTPUT.matcher(comment.text()).matches());
  }
}
