package dev.hone.language.javascript;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.treesitter.TreeSitterJavascript;

/// Names in JavaScript text, read from its syntax tree.
final class JavaScriptNames {
  private static final Set<String> TESTS = Set.of("test", "it", "specify");
  private static final Set<String> SUITES = Set.of("describe", "suite", "context");
  private static final Set<String> VARIANTS = Set.of("only", "skip", "todo");
  private static final String SEPARATOR = " > ";

  private JavaScriptNames() {}

  /// Returns the tests by their titles, those inside others as `outer > inner`. A title that is not
  /// a plain string is known to nobody before the test runs, so it and all below it are left out.
  static List<String> tests(String text) {
    List<Titled> tests = new ArrayList<>();
    collect(parse(text), "", tests);
    return tests.stream().map(Titled::name).distinct().toList();
  }

  /// Returns what the text exports, in CommonJS or as an ES module.
  static List<String> offered(String text) {
    return parse(text).parts().stream().flatMap(JavaScriptNames::exported).distinct().toList();
  }

  static SyntaxNode parse(String text) {
    return SyntaxNode.parse(new TreeSitterJavascript(), text);
  }

  private enum Kind {
    TEST,
    SUITE,
    NEITHER
  }

  /// Returns the text without some of its tests, each with the semicolon that ends it.
  static String without(String text, Set<String> tests) {
    List<Titled> found = new ArrayList<>();
    collect(parse(text), "", found);
    String kept = text;
    for (Titled test : found) {
      if (tests.contains(test.name())) {
        kept = kept.replace(test.call() + ";", "").replace(test.call(), "");
      }
    }
    return kept.replaceAll("(?m)^[ \\t]+$", "").replaceAll("\n{3,}", "\n\n");
  }

  /// A test by its path of titles, and the text of the call that makes it.
  private record Titled(String name, String call) {}

  private static void collect(SyntaxNode node, String prefix, List<Titled> tests) {
    Kind kind = node.is("call_expression") ? kind(node.at("function").toList()) : Kind.NEITHER;
    if (kind == Kind.NEITHER) {
      node.children().forEach(child -> collect(child, prefix, tests));
      return;
    }
    List<SyntaxNode> arguments =
        node.at("arguments").flatMap(list -> list.parts().stream()).toList();
    Optional<String> title = arguments.stream().findFirst().flatMap(JavaScriptNames::string);
    if (title.isEmpty()) {
      return;
    }
    if (kind == Kind.TEST) {
      tests.add(new Titled(prefix + title.get(), node.text()));
    }
    arguments.forEach(argument -> collect(argument, prefix + title.get() + SEPARATOR, tests));
  }

  private static Kind kind(List<SyntaxNode> callee) {
    String name = callee.stream().findFirst().map(JavaScriptNames::calledName).orElse("");
    if (TESTS.contains(name)) {
      return Kind.TEST;
    }
    return SUITES.contains(name) ? Kind.SUITE : Kind.NEITHER;
  }

  /// Returns the deciding word of `test`, `test.skip`, `t.test` or `test.describe.only`. A method
  /// `test` takes a title first only where it is the runner's, which the title check sees to: a
  /// regular expression's `test` could be mistaken, so its object must look like a runner.
  private static String calledName(SyntaxNode callee) {
    if (callee.is("identifier")) {
      return callee.text();
    }
    if (!callee.is("member_expression")) {
      return "";
    }
    String property = callee.textAt("property");
    SyntaxNode object = callee.at("object").findFirst().orElseThrow();
    if (VARIANTS.contains(property)) {
      return calledName(object);
    }
    boolean runner =
        object.is("identifier") && object.text().matches("t|ctx|context|test|nodeTest");
    return runner ? property : "";
  }

  static Optional<String> string(SyntaxNode node) {
    boolean plain =
        node.is("string")
            || (node.is("template_string")
                && node.parts().stream().noneMatch(part -> part.is("template_substitution")));
    if (!plain) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (SyntaxNode part : node.parts()) {
      text.append(part.is("escape_sequence") ? unescaped(part.text()) : part.text());
    }
    return Optional.of(text.toString());
  }

  private static String unescaped(String sequence) {
    char kind = sequence.charAt(1);
    return switch (kind) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000b";
      case '0' -> "\0";
      case '\n', '\r' -> "";
      case 'x', 'u' -> {
        String digits = sequence.replaceAll("[^0-9a-fA-F]", "");
        yield digits.isEmpty() ? sequence : Character.toString(Integer.parseInt(digits, 16));
      }
      default -> sequence.substring(1);
    };
  }

  private static Stream<String> exported(SyntaxNode node) {
    if (node.is("expression_statement")) {
      return node.parts().stream()
          .filter(part -> part.is("assignment_expression"))
          .flatMap(JavaScriptNames::assigned);
    }
    if (!node.is("export_statement")) {
      return Stream.empty();
    }
    Stream<String> declared = node.at("declaration").flatMap(JavaScriptNames::declared);
    Stream<String> listed =
        node.parts().stream()
            .filter(part -> part.is("export_clause"))
            .flatMap(clause -> clause.parts().stream())
            .map(one -> one.textAt(one.textAt("alias").isEmpty() ? "name" : "alias"));
    Stream<String> value =
        node.at("value").filter(part -> part.is("identifier")).map(SyntaxNode::text);
    return Stream.of(declared, listed, value).flatMap(names -> names);
  }

  private static Stream<String> declared(SyntaxNode declaration) {
    return declaration.is("lexical_declaration", "variable_declaration")
        ? declaration.parts().stream().map(part -> part.textAt("name"))
        : Stream.of(declaration.textAt("name")).filter(name -> !name.isEmpty());
  }

  /// Returns the names in `module.exports = …`, `module.exports.name = …` and `exports.name = …`.
  private static Stream<String> assigned(SyntaxNode assignment) {
    String left = assignment.textAt("left");
    if (left.matches("(module\\.)?exports\\.[\\w$]+")) {
      return Stream.of(left.substring(left.lastIndexOf('.') + 1));
    }
    if (!left.equals("module.exports")) {
      return Stream.empty();
    }
    return assignment
        .at("right")
        .flatMap(
            right ->
                switch (right.type()) {
                  case "identifier" -> Stream.of(right.text());
                  case "object" -> right.parts().stream().map(JavaScriptNames::key);
                  default -> Stream.of(right.textAt("name"));
                })
        .filter(name -> !name.isEmpty());
  }

  private static String key(SyntaxNode member) {
    return switch (member.type()) {
      case "shorthand_property_identifier" -> member.text();
      case "pair" -> member.textAt("key");
      default -> member.textAt("name");
    };
  }
}
