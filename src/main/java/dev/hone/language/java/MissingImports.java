package dev.hone.language.java;

import dev.hone.language.Diagnostic;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Adds imports of the JDK for names that the compiler did not find.
final class MissingImports {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol: (?:class|variable|interface) ([A-Z]\\w*)");

  private MissingImports() {}

  static String added(String path, String text, List<Diagnostic> faults) {
    return with(
        text,
        faults.stream()
            .filter(fault -> fault.path().equals(path) && fault.code().startsWith("cant.resolve"))
            .flatMap(fault -> SYMBOL.matcher(fault.message()).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet()));
  }

  /// Returns the text with imports of types of the JDK that it does not import or declare.
  static String with(String text, Set<String> names) {
    TreeSet<String> lines =
        names.stream()
            .flatMap(name -> StandardImports.of(name).stream())
            .filter(name -> !isKnown(text, name))
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.toCollection(TreeSet::new));
    return lines.isEmpty() ? text : placed(text, String.join("", lines));
  }

  /// A name that the file imports or declares is missing for another reason.
  private static boolean isKnown(String text, String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    SyntaxNode root = JavaNames.parse(text);
    boolean imported =
        root.parts().stream()
            .filter(part -> part.is("import_declaration"))
            .anyMatch(part -> part.text().matches("(?s).*\\." + simple + "\\s*;"));
    return imported
        || root.all()
            .filter(node -> JavaNames.isType(node) || node.is("type_parameter"))
            .anyMatch(node -> node.textAt("name").equals(simple));
  }

  /// Puts lines before the first import, else behind the package, else at the top.
  static String placed(String text, String lines) {
    SyntaxNode root = JavaNames.parse(text);
    Optional<SyntaxNode> first = top(root, "import_declaration");
    if (first.isPresent()) {
      return text.replaceFirst(
          Pattern.quote(first.get().text()), Matcher.quoteReplacement(lines + first.get().text()));
    }
    return top(root, "package_declaration")
        .map(
            line ->
                text.replaceFirst(
                    Pattern.quote(line.text()) + "\\R*",
                    Matcher.quoteReplacement(line.text() + "\n\n" + lines + "\n")))
        .orElse(lines + "\n" + text);
  }

  private static Optional<SyntaxNode> top(SyntaxNode root, String type) {
    return root.parts().stream().filter(part -> part.is(type)).findFirst();
  }
}
