package dev.hone.language.python;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Corrections of a test file: what it tests comes from the solution and from nowhere else.
final class PythonTestFile {
  private static final Pattern TEST = Pattern.compile("(.*/)?(test_[^/]*|[^/]*_test)\\.py");
  private static final Pattern NAMED =
      Pattern.compile("(?<folder>(?:.*/)?)test_(?<name>[^/]+)_[a-z]+\\.py");

  private final List<SourceFile> code;
  private final List<String> entryPoints;
  private final Optional<String> module;

  PythonTestFile(String path, List<SourceFile> code, List<String> entryPoints) {
    this.code = code;
    this.entryPoints = entryPoints;
    this.module = module(path);
  }

  static boolean isTest(String path) {
    return TEST.matcher(path).matches();
  }

  // The file that offers the names, else the one that the test file is named after.
  private Optional<String> module(String path) {
    List<SourceFile> solutions = code.stream().filter(file -> !isTest(file.path())).toList();
    Optional<SourceFile> offering =
        solutions.stream()
            .filter(file -> PythonNames.offered(file.content()).containsAll(entryPoints))
            .findFirst();
    if (offering.isPresent() || !solutions.isEmpty()) {
      return offering.map(file -> PythonNames.module(file.path()));
    }
    Matcher named = NAMED.matcher(path);
    return named.matches()
        ? Optional.of(PythonNames.module(named.group("folder") + named.group("name")))
        : Optional.empty();
  }

  /// Returns the text without definitions of what it is to test.
  String withoutCopies(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    if (module.isEmpty() || tree.broken()) {
      return text;
    }
    String mended = text;
    for (SyntaxNode part : tree.parts()) {
      // A decorated one may be a fixture.
      if (part.is("function_definition", "class_definition")
          && entryPoints.contains(part.textAt("name"))) {
        mended = mended.replace(part.text(), "");
      }
    }
    return mended.equals(text) ? text : mended.replaceAll("\n{4,}", "\n\n\n");
  }

  /// Returns the text with imports from the solution where it names a module that does not exist,
  /// and for entry points that it uses and nothing brings.
  String withImports(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    if (module.isEmpty() || tree.broken()) {
      return text;
    }
    List<String> lines = new ArrayList<>(PythonText.lines(text));
    tree.all()
        .filter(node -> node.is("import_from_statement"))
        .filter(node -> isWrong(node.textAt("module_name")) && bringsEntryPoint(node))
        .forEach(node -> replace(lines, node, "from " + module.get() + " import"));
    tree.all()
        .filter(node -> node.is("import_statement") && node.parts().size() == 1)
        .filter(node -> isWrong(imported(node)) && usesOf(tree, imported(node)))
        .forEach(node -> rename(lines, node));
    String mended = String.join("\n", lines);
    SyntaxNode after = PythonNames.parse(mended);
    Set<String> missing = missing(after);
    return missing.isEmpty()
        ? mended
        : PythonImports.inserted(
            mended,
            after,
            List.of("from " + module.get() + " import " + String.join(", ", missing)));
  }

  private boolean isWrong(String name) {
    String top = name.split("\\.", 2)[0];
    if (top.isEmpty()) {
      // A test beside the solution in a package may write so.
      return !module.orElse("").contains(".");
    }
    Set<String> known = PythonImports.resource("modules.txt").collect(Collectors.toSet());
    boolean own =
        code.stream()
            .map(file -> PythonNames.module(file.path()))
            .anyMatch(file -> file.equals(name) || file.startsWith(name + "."));
    return !name.equals(module.orElse("")) && !own && !known.contains(top) && !top.equals("pytest");
  }

  private boolean bringsEntryPoint(SyntaxNode node) {
    return names(node).anyMatch(name -> name.equals("*") || entryPoints.contains(name));
  }

  private static Stream<String> names(SyntaxNode node) {
    return node.children().stream()
        .filter(child -> child.field().equals("name") || child.is("wildcard_import"))
        .map(child -> child.is("aliased_import") ? child.textAt("name") : child.text());
  }

  private static void replace(List<String> lines, SyntaxNode node, String start) {
    int at = node.line() - 1;
    lines.set(at, lines.get(at).replaceFirst("from\\s+\\S+\\s+import", start));
  }

  private static String imported(SyntaxNode node) {
    SyntaxNode part = node.parts().getFirst();
    return part.is("aliased_import") ? part.textAt("name") : part.text();
  }

  private boolean usesOf(SyntaxNode tree, String name) {
    return tree.all()
        .filter(node -> node.is("attribute") && entryPoints.contains(node.textAt("attribute")))
        .anyMatch(node -> node.textAt("object").equals(name));
  }

  private void rename(List<String> lines, SyntaxNode node) {
    int at = node.line() - 1;
    String old = imported(node);
    lines.set(
        at,
        lines
            .get(at)
            .replaceFirst(
                "import\\s+" + Pattern.quote(old),
                "import " + module.orElseThrow() + " as " + old));
  }

  private Set<String> missing(SyntaxNode tree) {
    boolean star = tree.all().anyMatch(node -> node.is("wildcard_import"));
    Set<String> missing = new LinkedHashSet<>();
    for (String name : entryPoints) {
      boolean used = tree.all().anyMatch(node -> isUse(node, name));
      if (used && !star && !isBound(tree, name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  private static boolean isUse(SyntaxNode node, String name) {
    return node.is("call") && node.textAt("function").equals(name);
  }

  private static boolean isBound(SyntaxNode tree, String name) {
    return tree.all()
        .anyMatch(
            node ->
                (node.is("import_from_statement", "import_statement")
                        && node.all().anyMatch(part -> binds(part, name)))
                    || (node.is("function_definition", "class_definition")
                        && node.textAt("name").equals(name))
                    || (node.field().equals("left") && node.text().equals(name))
                    || (node.is("parameters")
                        && node.all().anyMatch(part -> part.text().equals(name))));
  }

  private static boolean binds(SyntaxNode node, String name) {
    return (node.field().equals("name") || node.field().equals("alias"))
        && node.text().equals(name);
  }
}
