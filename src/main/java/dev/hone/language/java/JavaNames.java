package dev.hone.language.java;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.treesitter.TreeSitterJava;

/// Names in Java text, read from its syntax tree.
final class JavaNames {
  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Theory");
  private static final String METHOD = "method_declaration";
  private static final String CLASS = "class_declaration";

  private JavaNames() {}

  static SyntaxNode parse(String text) {
    return SyntaxNode.parse(new TreeSitterJava(), text);
  }

  /// Returns the name of a file without folders and ending: that of its class.
  static String stem(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
  }

  /// A test by its name and its declaration.
  ///
  /// @param name the method's name, after the classes below the one that the file is named after
  /// @param node the method
  record Named(String name, SyntaxNode node) {}

  /// Returns the methods that JUnit runs as tests, in the order of the text.
  static List<Named> tests(SourceFile file) {
    List<Named> found = new ArrayList<>();
    for (SyntaxNode type : types(parse(file.content()))) {
      String name = type.textAt("name");
      if (!isMarked(type, "abstract")) {
        collect(type, name.equals(stem(file.path())) ? "" : name + ".", found);
      }
    }
    return found;
  }

  private static void collect(SyntaxNode type, String prefix, List<Named> found) {
    boolean old = type.textAt("superclass").matches("(?s)extends\\s+(?:[\\w.]*\\.)?TestCase");
    for (SyntaxNode member : type.at("body").flatMap(body -> body.parts().stream()).toList()) {
      String name = member.textAt("name");
      if (member.is(METHOD)
          && (annotations(member).anyMatch(TESTS::contains) || (old && isOldTest(member)))) {
        found.add(new Named(prefix + name, member));
      } else if (member.is(CLASS) && annotations(member).anyMatch("Nested"::equals)) {
        collect(member, prefix + name + ".", found);
      }
    }
  }

  private static boolean isOldTest(SyntaxNode method) {
    return method.textAt("name").startsWith("test") && isMarked(method, "public");
  }

  /// Returns the text without some of its tests, annotations and all.
  static String without(SourceFile file, Set<String> names) {
    String kept = file.content();
    for (Named test : tests(file)) {
      if (names.contains(test.name())) {
        kept = kept.replace(test.node().text(), "");
      }
    }
    return kept.replaceAll("(?m)^[ \\t]+$", "").replaceAll("\n{3,}", "\n\n");
  }

  /// Returns types and methods that are not private, those inside of types too, without `main`.
  static List<String> offered(String text) {
    return declared(parse(text))
        .filter(node -> !isMarked(node, "private"))
        .map(node -> node.textAt("name"))
        .filter(name -> !name.isEmpty() && !name.equals("main"))
        .distinct()
        .toList();
  }

  private static Stream<SyntaxNode> declared(SyntaxNode node) {
    return node.parts().stream()
        .filter(part -> isType(part) || part.is(METHOD))
        .flatMap(
            part -> Stream.concat(Stream.of(part), part.at("body").flatMap(JavaNames::declared)));
  }

  /// Returns the types at the top of a text.
  static List<SyntaxNode> types(SyntaxNode root) {
    return root.parts().stream().filter(JavaNames::isType).toList();
  }

  static boolean isType(SyntaxNode node) {
    return node.is(CLASS, "record_declaration", "interface_declaration", "enum_declaration");
  }

  /// Returns the package that a text declares, or empty for none.
  static Optional<String> packageOf(SyntaxNode root) {
    return root.parts().stream()
        .filter(node -> node.is("package_declaration"))
        .flatMap(node -> node.parts().stream())
        .filter(node -> node.is("scoped_identifier", "identifier"))
        .map(SyntaxNode::text)
        .findFirst();
  }

  /// Returns whether a declaration has a modifier such as `public`.
  static boolean isMarked(SyntaxNode declaration, String modifier) {
    return modifiers(declaration).anyMatch(part -> part.type().equals(modifier));
  }

  private static Stream<SyntaxNode> modifiers(SyntaxNode declaration) {
    return declaration.children().stream()
        .filter(part -> part.is("modifiers"))
        .flatMap(part -> part.children().stream());
  }

  /// Returns the simple names of the annotations of a declaration.
  static Stream<String> annotations(SyntaxNode declaration) {
    return modifiers(declaration)
        .filter(part -> part.is("marker_annotation", "annotation"))
        .map(part -> part.textAt("name"))
        .map(name -> name.substring(name.lastIndexOf('.') + 1));
  }
}
