package dev.hone.cli.terminal;

import dev.hone.language.LanguageId;
import dev.hone.language.syntax.Grammar;
import dev.hone.language.syntax.SyntaxNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.treesitter.TSLanguage;

/// Code in colours: keywords, strings, comments and numbers, as the language's grammar names them.
/// Code that is not whole yet is coloured as far as it can be read. For one thread.
public final class SyntaxColours {
  private static final Set<String> WORDS =
      Set.of(
          "none",
          "true",
          "false",
          "null",
          "nil",
          "null_literal",
          "this",
          "super",
          "self",
          "primitive_type",
          "integral_type",
          "floating_point_type",
          "boolean_type",
          "void_type");
  private static final Set<String> STRINGS =
      Set.of(
          "string",
          "string_literal",
          "raw_string_literal",
          "interpreted_string_literal",
          "template_string",
          "concatenated_string",
          "system_lib_string",
          "char_literal",
          "character_literal",
          "rune_literal",
          "regex");
  private static final Set<String> NUMBERS =
      Set.of(
          "integer",
          "float",
          "number",
          "number_literal",
          "integer_literal",
          "int_literal",
          "float_literal",
          "imaginary_literal",
          "decimal_integer_literal",
          "hex_integer_literal",
          "octal_integer_literal",
          "binary_integer_literal",
          "decimal_floating_point_literal",
          "hex_floating_point_literal");

  private final TSLanguage grammar;

  /// Makes the colours of a language.
  ///
  /// @param language the language
  public SyntaxColours(LanguageId language) {
    this.grammar = Grammar.of(language);
  }

  /// {@return the lines of code in colours}
  ///
  /// @param code the code, whole or not; what could steer a terminal is taken out
  public List<Line> lines(String code) {
    String clean = Cells.clean(code);
    Style[] styles = new Style[clean.getBytes(StandardCharsets.UTF_8).length];
    Arrays.fill(styles, Style.PLAIN);
    mark(SyntaxNode.parse(grammar, clean), styles);
    return lines(clean, styles);
  }

  /// {@return the lines of a text without colours}
  ///
  /// @param text any text; what could steer a terminal is taken out
  public static List<Line> plain(String text) {
    return Cells.clean(text).lines().map(line -> Line.of(Style.PLAIN, line)).toList();
  }

  private static void mark(SyntaxNode root, Style[] styles) {
    Deque<SyntaxNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      Style style = style(node);
      if (style == Style.PLAIN) {
        node.children().forEach(open::push);
      } else {
        int end = Math.min(node.endByte(), styles.length);
        Arrays.fill(styles, Math.min(node.startByte(), end), end, style);
      }
    }
  }

  private static Style style(SyntaxNode node) {
    String type = node.type();
    if (node.isComment()) {
      return Style.COMMENT;
    }
    if (!node.named()) {
      return isWord(type) ? Style.KEYWORD : Style.PLAIN;
    }
    if (WORDS.contains(type)) {
      return Style.KEYWORD;
    }
    if (STRINGS.contains(type)) {
      return Style.STRING;
    }
    return NUMBERS.contains(type) ? Style.NUMBER : Style.PLAIN;
  }

  // The type of a bare token is its text.
  private static boolean isWord(String type) {
    return type.length() > 1
        && type.chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '#');
  }

  private static List<Line> lines(String text, Style[] styles) {
    List<Line> lines = new ArrayList<>();
    List<Line.Span> spans = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    Style style = Style.PLAIN;
    int at = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (character == '\n' || styles[at] != style) {
        if (!part.isEmpty()) {
          spans.add(new Line.Span(style, part.toString()));
          part.setLength(0);
        }
        style = styles[at];
      }
      if (character == '\n') {
        lines.add(new Line(spans));
        spans.clear();
      } else {
        part.appendCodePoint(character);
      }
      at += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
    }
    if (!part.isEmpty()) {
      spans.add(new Line.Span(style, part.toString()));
    }
    if (!spans.isEmpty()) {
      lines.add(new Line(spans));
    }
    return lines;
  }
}
