package dev.hone.verdict.mutation;

import static java.util.Map.entry;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.Grammar;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Makes faulty copies of code: an operator for its neighbour, a number one higher, true for false,
/// a negation left out. Those few operators find nearly all that larger sets find (Offutt et al.,
/// An experimental determination of sufficient mutant operators, 1996).
final class Mutations {
  private static final Map<String, String> TOKENS =
      Map.ofEntries(
          entry("<", "<="),
          entry("<=", "<"),
          entry(">", ">="),
          entry(">=", ">"),
          entry("==", "!="),
          entry("!=", "=="),
          entry("===", "!=="),
          entry("!==", "==="),
          entry("+", "-"),
          entry("-", "+"),
          entry("*", "+"),
          entry("/", "*"),
          entry("//", "*"),
          entry("%", "*"),
          entry("+=", "-="),
          entry("-=", "+="),
          entry("and", "or"),
          entry("or", "and"),
          entry("&&", "||"),
          entry("||", "&&"),
          entry("not", ""),
          entry("!", ""));
  private static final Map<String, String> WORDS =
      Map.of("true", "false", "false", "true", "True", "False", "False", "True");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final LanguageId language;

  /// Makes faults in one language.
  Mutations(LanguageId language) {
    this.language = language;
  }

  /// {@return at most so many faulty copies, from all over the file}
  ///
  /// @param file the file
  /// @param most the most copies, at least 1
  List<Mutant> of(SourceFile file, int most) {
    List<Mutant> all =
        SyntaxNode.parse(Grammar.of(language), file.content())
            .all()
            .filter(node -> node.children().isEmpty())
            .flatMap(node -> mutant(file, node).stream())
            .toList();
    int number = Math.min(most, all.size());
    return IntStream.range(0, number).mapToObj(i -> all.get(i * all.size() / number)).toList();
  }

  private static Optional<Mutant> mutant(SourceFile file, SyntaxNode leaf) {
    return other(leaf)
        .map(
            other ->
                new Mutant(
                    new SourceFile(file.path(), leaf.replacedBy(other)),
                    leaf.line(),
                    leaf.text(),
                    other));
  }

  private static Optional<String> other(SyntaxNode leaf) {
    String text = leaf.text();
    if (WORDS.containsKey(text)) {
      return Optional.of(WORDS.get(text));
    }
    if (leaf.named()) {
      boolean number = isNumber(leaf) && NUMBER.matcher(text).matches();
      return number ? Optional.of(Integer.toString(Integer.parseInt(text) + 1)) : Optional.empty();
    }
    return isOperator(leaf) ? Optional.ofNullable(TOKENS.get(text)) : Optional.empty();
  }

  private static boolean isNumber(SyntaxNode leaf) {
    return leaf.is(
        "integer",
        "number",
        "decimal_integer_literal",
        "int_literal",
        "integer_literal",
        "number_literal");
  }

  // The same signs stand in types (`Vec<u8>`), pointers (`*p`) and macros.
  private static boolean isOperator(SyntaxNode leaf) {
    return leaf.parent()
        .filter(
            parent ->
                parent.is(
                        "binary_expression",
                        "binary_operator",
                        "boolean_operator",
                        "comparison_operator",
                        "augmented_assignment",
                        "augmented_assignment_expression",
                        "compound_assignment_expr",
                        "assignment_expression",
                        "assignment_statement")
                    || (parent.is("not_operator", "unary_operator", "unary_expression")
                        && leaf.is("-", "!", "not")))
        .isPresent();
  }
}
