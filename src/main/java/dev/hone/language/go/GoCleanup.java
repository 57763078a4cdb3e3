package dev.hone.language.go;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Corrections that the syntax tree shows to be right, whatever a compiler says.
final class GoCleanup {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package \\w+\\s*$");
  private static final Pattern EXPERIMENT = Pattern.compile("\"golang\\.org/x/exp/(\\w+)\"");

  private final List<SourceFile> siblings;
  private final GoPackages packages = new GoPackages();

  /// Makes the corrections of one file.
  GoCleanup(List<SourceFile> siblings) {
    this.siblings = siblings;
  }

  static String packageName(SyntaxNode tree) {
    return tree.parts().stream()
        .filter(node -> node.is("package_clause"))
        .flatMap(node -> node.parts().stream())
        .map(SyntaxNode::text)
        .findFirst()
        .orElse("");
  }

  /// Returns the code alone, where words or fences of a reply stand around it and it is whole
  /// without them.
  static String withoutProse(String text) {
    if (!GoNames.parse(text).broken()) {
      return text;
    }
    Matcher start = PACKAGE.matcher(text);
    String code = start.find() ? text.substring(start.start()) : text;
    int fence = code.indexOf("\n```");
    String whole = fence < 0 ? code : code.substring(0, fence + 1);
    return whole.isBlank() || GoNames.parse(whole).broken() ? text : whole;
  }

  String withPackage(String text, String name) {
    SyntaxNode tree = GoNames.parse(text);
    boolean whole =
        !tree.broken()
            && packageName(tree).isEmpty()
            && tree.parts().stream()
                .anyMatch(n -> n.is("function_declaration", "type_declaration"));
    return whole ? "package " + name + "\n\n" + text : text;
  }

  /// Tests in the code would meet those of the suite under the same names.
  static String withoutTests(String text) {
    List<String> tests = GoNames.tests(text);
    return tests.isEmpty() || GoNames.parse(text).broken()
        ? text
        : GoNames.without(text, Set.copyOf(tests));
  }

  /// Gives a function or type the asked name where only case and underscores differ.
  String withEntryPoints(String text, List<String> entryPoints) {
    String named = text;
    for (String wanted : entryPoints) {
      List<String> offered = GoNames.offered(named);
      boolean elsewhere =
          siblings.stream().anyMatch(f -> GoNames.offered(f.content()).contains(wanted));
      List<String> alike =
          offered.stream().filter(name -> folded(name).equals(folded(wanted))).toList();
      if (wanted.matches("[A-Za-z_]\\w*")
          && !elsewhere
          && alike.size() == 1
          && !alike.contains(wanted)
          && !identifiers(named).contains(wanted)) {
        named = renamed(named, alike.getFirst(), wanted);
      }
    }
    return named;
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Set<String> identifiers(String text) {
    return GoNames.parse(text)
        .all()
        .filter(node -> node.is("identifier", "type_identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  // Fields, methods and texts of the same name are other tokens and stay.
  private static String renamed(String text, String from, String to) {
    StringBuilder out = new StringBuilder();
    List<SyntaxNode> leaves =
        GoNames.parse(text).all().filter(node -> node.children().isEmpty()).toList();
    int at = 0;
    for (SyntaxNode leaf : leaves) {
      int start = leaf.text().isEmpty() ? at : text.indexOf(leaf.text(), at);
      if (start < 0) {
        return text;
      }
      boolean hit = leaf.is("identifier", "type_identifier") && leaf.text().equals(from);
      out.append(text, at, start).append(hit ? to : leaf.text());
      at = start + leaf.text().length();
    }
    return out.append(text.substring(at)).toString();
  }

  /// Packages that were tried outside of the standard library before they came into it.
  static String withoutExperiments(String text) {
    String mended =
        EXPERIMENT.matcher(text).results().anyMatch(m -> m.group(1).equals("slices"))
            ? text.replace("\"golang.org/x/exp/slices\"", "\"slices\"")
            : text;
    boolean ordered =
        mended.contains("\"golang.org/x/exp/constraints\"")
            && !Pattern.compile("\\bconstraints\\.(?!Ordered\\b)").matcher(mended).find();
    return ordered
        ? mended
            .replace("\"golang.org/x/exp/constraints\"", "\"cmp\"")
            .replaceAll("\\bconstraints\\.Ordered\\b", "cmp.Ordered")
        : mended;
  }

  /// Adds imports of the standard library for names that nothing in the package declares.
  String withImports(String text) {
    return withImports(text, _ -> true);
  }

  /// Adds some imports of the standard library for names that nothing in the package declares.
  String withImports(String text, Predicate<String> wanted) {
    SyntaxNode tree = GoNames.parse(text);
    if (tree.broken() || packageName(tree).isEmpty()) {
      return text;
    }
    Set<String> known = new HashSet<>(declared(tree));
    GoImports.of(tree).forEach(one -> known.add(one.name()));
    siblings.forEach(file -> known.addAll(topLevel(GoNames.parse(file.content()))));
    Set<String> missing = new TreeSet<>();
    for (String name : exportsUsed(tree)) {
      if (!known.contains(name)) {
        packages.path(name).filter(wanted).ifPresent(missing::add);
      }
    }
    return missing.isEmpty() ? text : GoImports.with(text, missing);
  }

  /// The names before a dot and an exported name: `strings` in `strings.ToUpper`.
  private static Set<String> exportsUsed(SyntaxNode tree) {
    return tree.all()
        .filter(node -> node.is("selector_expression", "qualified_type"))
        .filter(
            node ->
                (node.textAt("field") + node.textAt("name"))
                    .codePoints()
                    .limit(1)
                    .allMatch(Character::isUpperCase))
        .flatMap(node -> Stream.concat(node.at("operand"), node.at("package")))
        .filter(node -> node.is("identifier", "package_identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  /// Every name that is declared anywhere in the file; a name that is a package here and a variable
  /// there is left alone.
  private static Set<String> declared(SyntaxNode tree) {
    Set<String> names = new HashSet<>(topLevel(tree));
    tree.all()
        .filter(
            node ->
                node.is(
                    "short_var_declaration",
                    "range_clause",
                    "var_spec",
                    "const_spec",
                    "parameter_declaration",
                    "variadic_parameter_declaration",
                    "receive_statement",
                    "type_switch_statement",
                    "type_spec"))
        .flatMap(
            node ->
                node.children().stream()
                    .filter(child -> Set.of("left", "name", "alias").contains(child.field())))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier", "type_identifier"))
        .forEach(node -> names.add(node.text()));
    return names;
  }

  private static List<String> topLevel(SyntaxNode tree) {
    List<String> names = new ArrayList<>();
    for (SyntaxNode part : tree.parts()) {
      if (part.is("function_declaration")) {
        names.add(part.textAt("name"));
      } else if (part.is("var_declaration", "const_declaration", "type_declaration")) {
        part.all()
            .filter(node -> node.field().equals("name"))
            .forEach(node -> names.add(node.text()));
      }
    }
    return names;
  }

  /// Takes away imports of the standard library that nothing uses, and repeated ones.
  String withoutUnusedImports(String text) {
    SyntaxNode tree = GoNames.parse(text);
    if (tree.broken()) {
      return text;
    }
    Set<String> used = GoImports.qualifiers(tree);
    Set<String> seen = new HashSet<>();
    Set<Integer> dropped = new HashSet<>();
    for (GoImports.Import one : GoImports.of(tree)) {
      boolean blank = Set.of("_", ".").contains(one.name());
      boolean needed = blank || (used.contains(one.name()) && seen.add(one.name()));
      if (!needed && packages.isStandard(one.path())) {
        dropped.add(one.line());
      }
    }
    return dropped.isEmpty() ? text : GoImports.without(text, dropped);
  }
}
