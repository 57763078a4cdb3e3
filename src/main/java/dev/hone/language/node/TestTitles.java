package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tests in a file of `node:test`, Jest, Vitest or Mocha by the path of their titles, read from its
/// syntax tree.
public final class TestTitles {
  private static final Set<String> TESTS =
      Set.of("test", "it", "specify", "xit", "xtest", "fit", "xspecify");
  private static final Set<String> SUITES =
      Set.of("describe", "suite", "context", "xdescribe", "fdescribe");
  private static final Set<String> VARIANTS =
      Set.of("only", "skip", "todo", "concurrent", "sequential", "fails", "failing");
  private static final Set<String> MADE = Set.of("each", "for", "skipIf", "runIf");
  private static final String SEPARATOR = " > ";

  private TestTitles() {}

  /// {@return the tests by their titles, those inside others as `outer > inner`} A title that is
  /// not a plain string is known to nobody before the test runs, so it and all below it are left
  /// out.
  ///
  /// @param root the file's syntax tree
  public static List<String> of(SyntaxNode root) {
    return found(root).stream().map(Titled::name).distinct().toList();
  }

  /// {@return the innermost test that a line belongs to}
  ///
  /// @param root the file's syntax tree
  /// @param line a line, from 1
  public static Optional<String> at(SyntaxNode root, int line) {
    return found(root).stream()
        .filter(test -> test.call().line() <= line && line <= test.call().lastLine())
        .reduce((outer, inner) -> inner)
        .map(Titled::name);
  }

  /// {@return a text without some of its tests, each with the semicolon that ends it}
  ///
  /// @param root the file's syntax tree
  /// @param text the file's text
  /// @param tests their names
  public static String without(SyntaxNode root, String text, Set<String> tests) {
    String kept = text;
    for (Titled test : found(root)) {
      if (tests.contains(test.name())) {
        String call = test.call().text();
        kept = kept.replace(call + ";", "").replace(call, "");
      }
    }
    return kept.replaceAll("(?m)^[ \\t]+$", "").replaceAll("\n{3,}", "\n\n");
  }

  private enum Kind {
    TEST,
    SUITE,
    NEITHER
  }

  /// A test by its path of titles, and the call that makes it.
  private record Titled(String name, SyntaxNode call) {}

  private static List<Titled> found(SyntaxNode root) {
    List<Titled> tests = new ArrayList<>();
    collect(root, "", tests);
    return tests;
  }

  private static void collect(SyntaxNode node, String prefix, List<Titled> tests) {
    Kind kind = node.is("call_expression") ? kind(node.at("function").toList()) : Kind.NEITHER;
    if (kind == Kind.NEITHER) {
      node.children().forEach(child -> collect(child, prefix, tests));
      return;
    }
    List<SyntaxNode> arguments =
        node.at("arguments").flatMap(list -> list.parts().stream()).toList();
    Optional<String> title = arguments.stream().findFirst().flatMap(TestTitles::string);
    if (title.isEmpty()) {
      return;
    }
    if (kind == Kind.TEST) {
      tests.add(new Titled(prefix + title.get(), node));
    }
    arguments.forEach(argument -> collect(argument, prefix + title.get() + SEPARATOR, tests));
  }

  private static Kind kind(List<SyntaxNode> callee) {
    String name = callee.stream().findFirst().map(TestTitles::calledName).orElse("");
    if (TESTS.contains(name)) {
      return Kind.TEST;
    }
    return SUITES.contains(name) ? Kind.SUITE : Kind.NEITHER;
  }

  /// Returns the deciding word of `test`, `test.skip`, `t.test`, `test.describe.only` or
  /// `test.each(rows)`. A method `test` takes a title first only where it is the runner's, which
  /// the title check sees to: a regular expression's `test` could be mistaken, so its object must
  /// look like a runner.
  private static String calledName(SyntaxNode callee) {
    if (callee.is("identifier")) {
      return callee.text();
    }
    if (callee.is("call_expression")) {
      return callee
          .at("function")
          .filter(made -> made.is("member_expression") && MADE.contains(made.textAt("property")))
          .flatMap(made -> made.at("object"))
          .map(TestTitles::calledName)
          .findFirst()
          .orElse("");
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
    return runner && !MADE.contains(property) ? property : "";
  }

  /// Returns the characters of a string literal that nothing is put into.
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
}
