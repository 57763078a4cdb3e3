package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Adds imports of the standard library that code uses and forgot. A name with several meanings
/// there is imported only where its use tells which one is meant.
final class Imports {
  private static final Pattern OFFERED = Pattern.compile("import it: `use (std::[\\w:]+);`");
  private static final Set<String> FUNCTIONS = Set.of("min", "max", "swap");
  private static final Set<String> COMPARED = Set.of("Less", "Equal", "Greater");
  private static final Set<String> ATOMIC =
      Set.of("Relaxed", "Release", "Acquire", "AcqRel", "SeqCst");

  private Imports() {}

  /// Returns the text with the imports that it lacks, those among them that the compiler names.
  static String completed(SourceFile file, List<Diagnostic> faults) {
    String text = file.content();
    SyntaxNode tree = RustItems.parse(text);
    List<SyntaxNode> own = tree.parts().stream().filter(node -> !node.is("mod_item")).toList();
    if (tree.broken() || own.stream().anyMatch(Imports::importsAll)) {
      return text;
    }
    Set<String> known = known(tree);
    Set<String> missing = new TreeSet<>();
    Map<String, String> paths = paths();
    own.stream()
        .filter(node -> !node.is("use_declaration", "attribute_item", "macro_definition"))
        .flatMap(Imports::roots)
        .filter(name -> !known.contains(name) && paths.containsKey(name))
        .forEach(name -> missing.add(paths.get(name)));
    if (!known.contains("Ordering")) {
      ordering(tree, "std::cmp::Ordering", COMPARED, missing);
      ordering(tree, "std::sync::atomic::Ordering", ATOMIC, missing);
    }
    faults.stream()
        .filter(fault -> fault.path().equals(file.path()))
        .flatMap(fault -> OFFERED.matcher(fault.message()).results())
        .map(found -> found.group(1))
        .filter(path -> !known.contains(path.substring(path.lastIndexOf(':') + 1)))
        .forEach(missing::add);
    return missing.isEmpty() ? text : inserted(text, missing);
  }

  private static Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    new String(Scripts.resource("rust", "imports.txt"), StandardCharsets.UTF_8)
        .lines()
        .forEach(path -> paths.put(path.substring(path.lastIndexOf(':') + 1), path));
    return paths;
  }

  private static boolean importsAll(SyntaxNode node) {
    return node.is("use_declaration") && node.all().anyMatch(part -> part.is("use_wildcard"));
  }

  /// Names that the text defines or imports, generic ones and those of inner scopes among them: a
  /// name that means something else somewhere is left alone everywhere.
  private static Set<String> known(SyntaxNode tree) {
    return tree.all()
        .flatMap(
            node ->
                switch (node.type()) {
                  case "use_declaration" -> node.at("argument").flatMap(Imports::leaves);
                  case "type_parameter", "type_parameters" ->
                      node.parts().stream().flatMap(p -> Stream.of(p.text(), p.textAt("name")));
                  // A function such as `fmt` hides no module.
                  case "function_item" ->
                      Stream.of(node.textAt("name")).filter(FUNCTIONS::contains);
                  default ->
                      node.type().endsWith("_item") || node.is("associated_type", "enum_variant")
                          ? Stream.of(node.textAt("name"))
                          : Stream.empty();
                })
        .collect(Collectors.toSet());
  }

  /// The names that an import brings in.
  private static Stream<String> leaves(SyntaxNode use) {
    return switch (use.type()) {
      case "scoped_identifier" -> Stream.of(use.textAt("name"));
      case "use_as_clause" -> Stream.of(use.textAt("alias"));
      case "use_list" -> use.parts().stream().flatMap(Imports::leaves);
      case "scoped_use_list" -> {
        String own = use.textAt("path").replaceFirst(".*::", "");
        yield use.at("list").flatMap(Imports::leaves).map(name -> name.equals("self") ? own : name);
      }
      default -> Stream.of(use.text());
    };
  }

  private static boolean isName(SyntaxNode node) {
    return node.is("identifier", "type_identifier");
  }

  /// Names that stand for themselves or start a path.
  private static Stream<String> roots(SyntaxNode node) {
    if (node.is("scoped_identifier", "scoped_type_identifier")) {
      return node.at("path").flatMap(path -> isName(path) ? Stream.of(path.text()) : roots(path));
    }
    if (node.is("type_identifier")) {
      return Stream.of(node.text());
    }
    if (node.is("attribute_item", "inner_attribute_item", "mod_item", "use_declaration")) {
      return Stream.empty();
    }
    Stream<String> below = node.children().stream().flatMap(Imports::roots);
    return Stream.concat(node.is("token_tree") ? inMacro(node.children()) : called(node), below);
  }

  /// In the arguments of a macro the tree knows words only.
  private static Stream<String> inMacro(List<SyntaxNode> tokens) {
    return IntStream.range(0, Math.max(0, tokens.size() - 1))
        .filter(i -> isName(tokens.get(i)) && tokens.get(i + 1).text().equals("::"))
        .filter(i -> i == 0 || !tokens.get(i - 1).text().equals("::"))
        .mapToObj(i -> tokens.get(i).text());
  }

  private static Stream<String> called(SyntaxNode node) {
    return node.is("call_expression")
        ? node.at("function")
            .filter(function -> function.is("identifier"))
            .map(SyntaxNode::text)
            .filter(FUNCTIONS::contains)
        : Stream.empty();
  }

  private static void ordering(
      SyntaxNode tree, String path, Set<String> variants, Set<String> missing) {
    Predicate<SyntaxNode> used =
        node ->
            node.is("scoped_identifier")
                && node.textAt("path").equals("Ordering")
                && variants.contains(node.textAt("name"));
    if (tree.all().anyMatch(used)) {
      missing.add(path);
    }
  }

  /// Imports stand before the first item and after what is said of the whole file.
  private static String inserted(String text, Set<String> paths) {
    String lines = paths.stream().map(path -> "use " + path + ";\n").collect(Collectors.joining());
    int start = RustItems.top(text).getFirst().start();
    String after = text.substring(start);
    return text.substring(0, start) + lines + (after.startsWith("use ") ? "" : "\n") + after;
  }
}
