package dev.hone.language.java;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Completes a test file that a model wrote: the imports of JUnit and of the JDK that it forgot,
/// and the name of its class.
final class JUnitImports {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "Test",
          "BeforeEach",
          "AfterEach",
          "BeforeAll",
          "AfterAll",
          "Nested",
          "DisplayName",
          "Disabled",
          "RepeatedTest",
          "Timeout",
          "Assertions");
  private static final String ASSERTIONS = "org.junit.jupiter.api.Assertions";

  private JUnitImports() {}

  static SourceFile completed(SourceFile file) {
    SyntaxNode root = JavaNames.parse(file.content());
    List<SyntaxNode> types = JavaNames.types(root);
    String stem = JavaNames.stem(file.path());
    boolean alone = types.size() == 1 && !types.getFirst().textAt("name").equals(stem);
    String text =
        alone
            ? JavaTokens.renamed(file.content(), types.getFirst().textAt("name"), stem)
            : file.content();
    // A path of several names is a package, and the class under test is in it.
    Optional<String> folder = PackagePath.of(file.path()).filter(name -> name.contains("."));
    if (folder.isPresent() && JavaNames.packageOf(root).isEmpty()) {
      text = "package " + folder.get() + ";\n\n" + text;
    }
    String lines = lines(root, stem);
    return new SourceFile(file.path(), lines.isEmpty() ? text : MissingImports.placed(text, lines));
  }

  private static String lines(SyntaxNode root, String stem) {
    String imports =
        root.parts().stream()
            .filter(part -> part.is("import_declaration"))
            .map(part -> part.text().replaceAll("\\s+", " "))
            .collect(Collectors.joining("\n"));
    // Tests of JUnit 4 have other classes of the same names.
    boolean old = imports.contains("org.junit.") && !imports.contains("org.junit.jupiter");
    Set<String> names =
        root.parts().stream()
            .filter(part -> !part.is("import_declaration"))
            .flatMap(SyntaxNode::all)
            .filter(node -> node.is("identifier", "type_identifier"))
            .map(SyntaxNode::text)
            // The class under test may be called like one of the JDK.
            .filter(name -> !stem.startsWith(name))
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> lines = new TreeSet<>();
    for (String name : names) {
      whole(name, old)
          .filter(full -> isMissing(full, imports))
          .ifPresent(full -> lines.add("import " + full + ";\n"));
    }
    boolean asserts =
        root.all()
            .filter(node -> node.is("method_invocation") && node.at("object").findAny().isEmpty())
            .map(node -> node.textAt("name"))
            .anyMatch(name -> name.matches("assert[A-Z]\\w*|fail"));
    if (asserts && !old && !imports.contains("import static ")) {
      lines.add("import static " + ASSERTIONS + ".*;\n");
    }
    return String.join("", lines);
  }

  private static Optional<String> whole(String name, boolean old) {
    return ANNOTATIONS.contains(name)
        ? old ? Optional.empty() : Optional.of("org.junit.jupiter.api." + name)
        : StandardImports.of(name);
  }

  private static boolean isMissing(String full, String imports) {
    String simple = full.substring(full.lastIndexOf('.') + 1);
    String folder = full.substring(0, full.lastIndexOf('.'));
    return !imports.contains("." + simple + ";") && !imports.contains("import " + folder + ".*;");
  }
}
