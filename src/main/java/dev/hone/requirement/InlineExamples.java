package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples that stand in running text, in tables and in assert lines: a call, what joins them, and
/// a value or an error.
final class InlineExamples {
  private static final int LONGEST_BEFORE = 200;
  private static final Pattern START =
      Pattern.compile(
          "(?<![\\w$.@])(?:await )?(?:new )?([A-Za-z_$][\\w$]*)(?:\\.[A-Za-z_$][\\w$]*)*\\(");
  private static final Pattern NATIVE_START =
      Pattern.compile(
          "(?<![\\w$.@:])(?:new )?([A-Za-z_]\\w*)(?:(?:\\.|::)[A-Za-z_]\\w*)*(?:::<[\\w\\s:&<>,]*>)?\\(");
  private static final Set<String> NO_CALLS =
      Set.of(
          "if",
          "for",
          "while",
          "switch",
          "catch",
          "and",
          "or",
          "not",
          "in",
          "return",
          "def",
          "function",
          "class",
          "lambda",
          "elif",
          "assert",
          "expect",
          "async",
          "strcmp",
          "fabs",
          "EXPECT_EQ",
          "ASSERT_EQ",
          "EXPECT_TRUE",
          "EXPECT_FALSE",
          "assertEquals",
          "assertTrue",
          "assertFalse",
          "assertThat",
          "printf",
          "println",
          "sizeof");
  private static final Set<String> LIBRARY =
      Set.of(
          "System",
          "Arrays",
          "List",
          "Set",
          "Map",
          "Objects",
          "Assertions",
          "Assert",
          "String",
          "Integer",
          "Math",
          "Object",
          "JSON",
          "Array",
          "Collections",
          "Optional");
  private static final Pattern DEFINED =
      Pattern.compile("(?:\\b(?:def|function\\*?|fn|func|class|not|or|typeof)\\s+|[!~])$");
  private static final Pattern COMMENT_MARK =
      Pattern.compile("^(?:\\s*(?://+|/?\\*+|#+|-(?=\\s)))+");
  private static final Pattern JOINT =
      Pattern.compile(
          "[`)\"]?[ \\t]*;?(?:[ \\t]*(?:#|//|--)[ \\t]*(?=[=-]>|→|➞|⇒|returns?\\b|should\\b))?[ \\t]*"
              + "(?:(?:[=-]+>|===?|➞|→|⇒|➜|↦|=(?![=>]))|,?[ \\t]*(?i:(?:it )?(?:should|must|will"
              + "|would|has to|shall)[ \\t]+(?:return|be|give|yield|equal|produce|evaluate to)"
              + "|returns?:?|gives?(?: back)?|yields|equals|evaluates[ \\t]+to|produces"
              + "|results[ \\t]+in|is(?: equal to)?|becomes|gibt|ergibt|liefert|devuelve|renvoie"
              + "|retourne|retorna|restituisce|возвращает|返回|は)(?![\\w(]))[ \\t]*(?:(?:the (?:string"
              + "|list|number|value|array|tuple|dict|integer))[ \\t]+)?:?");
  private static final Pattern ERROR =
      Pattern.compile(
          "[`]?[ \\t]*;?[ \\t]*(?:(?:#|//)[ \\t]*)?(?:[=-]>|→|➞)?[ \\t]*(?i:(?:should|must|will|would)[ \\t]+)?"
              + "(?i:raises?|throws?|wirft|lanza|lève|solleva)[ \\t]+(?i:(?:an?|eine?n?|un|una)[ \\t]+)?[`]?"
              + "([A-Z]\\w*(?:Error|Exception|Exit|Iteration|Warning))\\b");
  private static final Pattern SAYS_MORE =
      Pattern.compile(
          "[ \\t]*(?!(?i:and|because|since|while|whereas|but|as|so|und|weil|zurück|y|et|e|where|with"
              + "|for|rounded|also|i\\.e|then)\\b)(?:\\p{L}|[+*/%<>=&^\\[{]|\\.(?=\\w))[^\\n]*");
  private static final Map<String, List<String>> CONSTANTS =
      Map.of(
          "true", List.of("True", "true"),
          "false", List.of("False", "false"),
          "none", List.of("None", "null"),
          "null", List.of("None", "null"));
  private static final Pattern CONSTANT =
      Pattern.compile("(?:True|False|None|true|false|null|TRUE|FALSE|NULL)(?!\\w)");

  /// A rule such as `f(n) = 2 * n` makes its instances parts of a definition, not examples.
  private static final Pattern RECURRENCE =
      Pattern.compile("(?<![\\w$])\\w+\\([a-z]\\w?(?: [+-] \\d+)?\\) = ");

  /// A comment at the end of a line of code says what the call on that line gives.
  private static final Pattern COMMENT = Pattern.compile("\\)*;?[ \\t]*(?://|#|/\\*)[ \\t]*");

  private static final Pattern LINE_BEFORE =
      Pattern.compile(
          "\\s*(?:[-*>]\\s+|\\d+[.)]\\s+)?(?:(?://|#|\\*)[!/]?\\s*)?(?:[A-Za-z_][\\w\\s:<>,&*\\[\\]]*(?::=|(?<![=!<>])=)\\s*"
              + "|[\\w.:]*[pP]rint\\w*!?\\((?:\"[^\"]*\",\\s*)?|(?:std::)?cout\\s*<<\\s*|console\\.log\\()?");
  private static final Pattern LINE_AFTER =
      Pattern.compile("[ \\t]*(?:\\*/[ \\t]*)?(?:\\n|$|\\(|,|;|[ \\t]because\\b)|[ \\t]+-[ \\t]");
  private static final Pattern MORE_RESULTS =
      Pattern.compile("`?(?:[ \\t]*,|[ \\t]+and)[ \\t]*`?(nil|true|false)\\b");
  private static final Pattern NO_MORE = Pattern.compile("[ \\t]*(?://.*|\\*/)");
  private static final Pattern ARITHMETIC = Pattern.compile("[ \\t]*(?:-[ \\t]*[\\d(]|:\\d)");

  private static final Pattern EQUALS = Pattern.compile("[`)\"]?[ \\t]*=[ \\t]");

  private final LanguageId language;
  private final boolean isNative;
  private final boolean python;
  private final Literals literals;
  private final Calls calls;
  private final NativeErrors errors;

  InlineExamples(LanguageId language) {
    this.language = language;
    this.isNative = NativeCode.speaks(language);
    this.errors = new NativeErrors(language);
    this.python = language == LanguageId.PYTHON;
    this.literals = new Literals(language);
    this.calls = new Calls(language);
  }

  /// {@return the examples in a text, in its order}
  ///
  /// @param text a text without its doctests
  List<Example> read(String text) {
    List<Example> found = new ArrayList<>();
    Matcher start = (isNative ? NATIVE_START : START).matcher(text);
    int at = 0;
    while (at < text.length() && start.find(at)) {
      at = start.end();
      if (NO_CALLS.contains(start.group(1)) || isPartOfMore(text, start.start())) {
        continue;
      }
      int closed = calls.close(text, start.end() - 1);
      if (closed == Literals.NONE) {
        continue;
      }
      int end = calls.withPostfix(text, closed);
      String call = text.substring(start.start(), end);
      if (!calls.isClosed(call) || !hasKnownRoot(start, text)) {
        continue;
      }
      at = add(found, text, start.start(), end, at);
    }
    return found;
  }

  private int add(List<Example> found, String text, int start, int end, int otherwise) {
    String call = text.substring(start, end);
    Matcher error = ERROR.matcher(text).region(end, text.length());
    if (error.lookingAt()) {
      String source = text.substring(start, error.end());
      found.add(new Example(Kind.RAISES, List.of(), call, error.group(1), source));
      return error.end();
    }
    Optional<NativeErrors.Found> named = isNative ? errors.read(text, end) : Optional.empty();
    if (named.isPresent()) {
      String source = text.substring(start, named.get().end());
      found.add(new Example(Kind.RAISES, List.of(), call, named.get().name(), source));
      return named.get().end();
    }
    int commented = commentedValue(text, start, end);
    int value = commented == Literals.NONE ? valueStart(text, start, end) : commented;
    int valueEnd =
        commented != Literals.NONE
            ? literals.end(text, commented)
            : value == Literals.NONE ? Literals.NONE : valueEnd(text, value);
    if (valueEnd == Literals.NONE
        || (isNative && call.endsWith("()") && isPure(text, end))
        || isArrowToNothing(text, end, value)
        || isRecurrence(text, end)) {
      return otherwise;
    }
    Matcher results = MORE_RESULTS.matcher(text).region(valueEnd, text.length());
    if (language == LanguageId.GO && results.lookingAt()) {
      String all = "(" + text.substring(value, valueEnd) + ", " + results.group(1) + ")";
      found.add(
          new Example(Kind.RETURNS, List.of(), call, all, text.substring(start, results.end())));
      return results.end();
    }
    String expected = inLanguage(text.substring(value, valueEnd));
    String source = text.substring(start, valueEnd);
    found.add(new Example(Kind.RETURNS, List.of(), call, expected, source));
    return valueEnd;
  }

  /// `virtual double area() = 0` declares.
  private static boolean isPure(String text, int end) {
    return text.substring(end, Math.min(text.length(), end + 12))
        .matches("(?s)\\s*(?:const\\s*)?=\\s*0.*");
  }

  private int commentedValue(String text, int start, int end) {
    Matcher comment = COMMENT.matcher(text).region(end, text.length());
    if (!comment.lookingAt() || !LINE_BEFORE.matcher(before(text, start)).matches()) {
      return Literals.NONE;
    }
    int value = comment.end();
    int after = literals.end(text, value);
    boolean whole =
        after != Literals.NONE && LINE_AFTER.matcher(text).region(after, text.length()).lookingAt();
    return whole ? value : Literals.NONE;
  }

  /// The joint may end the line if an opening bracket follows.
  private int valueStart(String text, int start, int end) {
    if (before(text, start).replace('`', ' ').strip().equals("|")) {
      Matcher cell =
          Pattern.compile("[` \\t]*\\|[ \\t]*`?").matcher(text).region(end, text.length());
      return cell.lookingAt() ? cell.end() : Literals.NONE;
    }
    Matcher joint = JOINT.matcher(text).region(end, text.length());
    if (!joint.lookingAt()) {
      return Literals.NONE;
    }
    int at = Literals.blank(text, joint.end(), false);
    if (at < text.length() && text.charAt(at) == '\n') {
      int next = Literals.blank(text, at, true);
      boolean value = next < text.length() && "[{(".indexOf(text.charAt(next)) >= 0;
      return value ? next : Literals.NONE;
    }
    return at < text.length() && text.charAt(at) == '`' ? at + 1 : at;
  }

  private int valueEnd(String text, int value) {
    Matcher constant = CONSTANT.matcher(text).region(value, text.length());
    int end = constant.lookingAt() ? constant.end() : literals.end(text, value);
    if (end == Literals.NONE) {
      return Literals.NONE;
    }
    if (!python && at(NO_MORE, text, end)) {
      return end;
    }
    boolean more = at(SAYS_MORE, text, end) || (isNative && at(ARITHMETIC, text, end));
    return more ? Literals.NONE : end;
  }

  private static boolean at(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).lookingAt();
  }

  /// `f() -> None` is a signature.
  private static boolean isArrowToNothing(String text, int end, int value) {
    return text.startsWith("->", Literals.blank(text, end, false))
        && text.charAt(end - 2) == '('
        && text.startsWith("None", value);
  }

  private static boolean isRecurrence(String text, int end) {
    return EQUALS.matcher(text).region(end, text.length()).lookingAt()
        && RECURRENCE.matcher(text).find();
  }

  private String inLanguage(String value) {
    List<String> words = CONSTANTS.get(value.toLowerCase(java.util.Locale.ROOT));
    return words == null || isNative ? value : words.get(python ? 0 : 1);
  }

  /// {@return what stands before a place on its line, of a long line the end}
  private static String before(String text, int start) {
    String near = text.substring(Math.max(0, start - LONGEST_BEFORE), start);
    return near.substring(near.lastIndexOf('\n') + 1);
  }

  private static boolean isPartOfMore(String text, int start) {
    String line = before(text, start);
    return DEFINED.matcher(line).find() || endsInOperator(line);
  }

  private static boolean endsInOperator(String line) {
    String code = COMMENT_MARK.matcher(line).replaceFirst("").stripTrailing();
    return !code.isEmpty()
        && "+*/%<>&^-".indexOf(code.charAt(code.length() - 1)) >= 0
        && !code.substring(0, code.length() - 1).isBlank();
  }

  /// A call on an object that running text never made cannot be written as a test.
  private boolean hasKnownRoot(Matcher start, String text) {
    String root = start.group(1);
    String path = start.group();
    boolean member = path.contains(".") || path.contains("::");
    if (member && LIBRARY.contains(root)) {
      return false;
    }
    return !member
        || Character.isUpperCase(root.charAt(0))
        || root.equals("math")
        || (isNative && (path.contains("::") ? !root.equals("std") : isPackage(root, text)));
  }

  private boolean isPackage(String root, String text) {
    return language == LanguageId.GO
        && Pattern.compile("\\bpackage\\s+[`\"]?" + Pattern.quote(root) + "\\b")
            .matcher(text)
            .find();
  }
}
