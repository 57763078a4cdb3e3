package dev.hone.language.python;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Imports that are missing or relative to no package.
final class PythonImports {
  private static final Pattern UNDEFINED = Pattern.compile("name '(\\w+)' is not defined");
  private static final Set<String> DATE_MODULE =
      Set.of("date", "datetime", "time", "timedelta", "timezone", "tzinfo");
  private static final Set<String> DATE_METHODS =
      Set.of(
          "combine",
          "fromisoformat",
          "fromordinal",
          "fromtimestamp",
          "now",
          "strptime",
          "today",
          "utcfromtimestamp",
          "utcnow");

  private PythonImports() {}

  /// What the rule knows: for each module its attributes, for each name its module.
  private record Table(Map<String, Set<String>> modules, Map<String, String> names) {
    static Table load() {
      Map<String, Set<String>> modules = new HashMap<>();
      Map<String, String> names = new HashMap<>();
      resource("imports.txt")
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split(" ", -1)))
          .forEach(
              words -> {
                List<String> rest = words.subList(2, words.size());
                if (words.getFirst().equals("module")) {
                  modules.put(words.get(1), Set.copyOf(rest));
                } else {
                  rest.forEach(name -> names.put(name, words.get(1)));
                }
              });
      return new Table(modules, names);
    }
  }

  static Stream<String> resource(String name) {
    return new String(Scripts.resource("python", name), StandardCharsets.UTF_8).lines();
  }

  /// Returns the text with an import for each name that the gate missed and whose origin is beyond
  /// doubt. A name that the solution itself must offer is none of these.
  static String added(String text, List<Diagnostic> faults, List<String> entryPoints) {
    List<String> missed =
        faults.stream()
            .map(fault -> UNDEFINED.matcher(fault.message()))
            .filter(Matcher::matches)
            .map(match -> match.group(1))
            .filter(name -> !entryPoints.contains(name))
            .toList();
    SyntaxNode tree = PythonNames.parse(text);
    if (missed.isEmpty() || tree.broken()) {
      return text;
    }
    Table table = Table.load();
    Set<String> statements = new TreeSet<>();
    for (String name : missed) {
      if (!isDefined(tree, name)) {
        statement(tree, name, table).ifPresent(statements::add);
      }
    }
    return inserted(text, tree, List.copyOf(statements));
  }

  private static Optional<String> statement(SyntaxNode tree, String name, Table table) {
    Set<String> attributes = attributes(tree, name);
    boolean bare = isBare(tree, name);
    if (name.equals("datetime") || name.equals("date")) {
      if (DATE_METHODS.containsAll(attributes)) {
        return Optional.of("from datetime import " + name);
      }
      boolean module = name.equals("datetime") && !bare && DATE_MODULE.containsAll(attributes);
      return module ? Optional.of("import datetime") : Optional.empty();
    }
    if (!bare && table.modules().getOrDefault(name, Set.of()).containsAll(attributes)) {
      return Optional.of("import " + name);
    }
    return Optional.ofNullable(table.names().get(name))
        .map(module -> "from %s import %s".formatted(module, name));
  }

  private static Set<String> attributes(SyntaxNode tree, String name) {
    Set<String> found = new TreeSet<>();
    tree.all()
        .filter(node -> node.is("attribute") && node.textAt("object").equals(name))
        .forEach(node -> found.add(node.textAt("attribute")));
    return found;
  }

  private static boolean isBare(SyntaxNode tree, String name) {
    return tree.all().anyMatch(node -> isName(node, name) && !node.field().equals("object"));
  }

  private static boolean isName(SyntaxNode node, String name) {
    return node.is("identifier")
        && node.text().equals(name)
        && !node.field().equals("attribute")
        && !node.field().equals("name");
  }

  // An import that is there already, perhaps in another function, is left to the reader.
  private static boolean isDefined(SyntaxNode tree, String name) {
    return tree.all()
        .filter(node -> node.is("import_statement", "import_from_statement"))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.field().equals("name") || node.field().equals("alias"))
        .anyMatch(node -> node.text().equals(name));
  }

  /// Returns the text with statements after its docstring, its comments and its `__future__`.
  static String inserted(String text, SyntaxNode tree, List<String> statements) {
    if (statements.isEmpty()) {
      return text;
    }
    int after = 0;
    List<SyntaxNode> parts = tree.parts();
    for (int i = 0; i < parts.size(); i++) {
      SyntaxNode part = parts.get(i);
      boolean docstring =
          i == 0 && part.is("expression_statement") && part.parts().getFirst().is("string");
      if (!docstring && !part.is("future_import_statement")) {
        break;
      }
      after = part.lastLine();
    }
    List<String> lines = new ArrayList<>(PythonText.lines(text));
    while (after < lines.size() && lines.get(after).startsWith("#")) {
      after++;
    }
    lines.addAll(after, statements);
    return String.join("\n", lines);
  }

  /// Returns a file that is in no package with imports of its neighbours by their own name.
  static SourceFile absolute(SourceFile file, List<SourceFile> code) {
    String folder = file.path().startsWith("src/") ? "src/" : "";
    String text = file.content();
    if (file.path().indexOf('/', folder.length()) >= 0 || PythonNames.parse(text).broken()) {
      return file;
    }
    List<String> lines = new ArrayList<>(PythonText.lines(text));
    PythonNames.parse(text)
        .all()
        .filter(node -> node.is("import_from_statement"))
        .filter(node -> node.textAt("module_name").matches("\\.\\w+"))
        .filter(node -> isFile(code, folder + node.textAt("module_name").substring(1)))
        .forEach(
            node ->
                lines.set(
                    node.line() - 1,
                    lines.get(node.line() - 1).replaceFirst("from\\s+\\.", "from ")));
    return new SourceFile(file.path(), String.join("\n", lines));
  }

  private static boolean isFile(List<SourceFile> code, String module) {
    return code.stream()
        .map(SourceFile::path)
        .anyMatch(path -> path.equals(module + ".py") || path.startsWith(module + "/"));
  }
}
