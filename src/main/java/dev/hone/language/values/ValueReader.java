package dev.hone.language.values;

import dev.hone.language.values.Value.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one value or call from the start of a text to its end. What is not wholly understood is
/// refused: a wrongly read example turns down right code.
public final class ValueReader {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+"
              + "|(?:\\d[\\d_']*(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "(?:[uif](?:8|16|32|64|128|size)|(?:[uU]?[lL]{0,2}|[lL]{1,2}[uU]|[nfFdD]))?(?![\\w.])");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][\\w$]*(?:(?:\\.|::)[A-Za-z_$][\\w$]*)*!?");
  private static final Pattern GO_TYPE =
      Pattern.compile(
          "(?:\\[\\d*]|\\*|map\\[\\w+])+[\\w.\\[\\]*]*(?=\\{)|map\\[\\w+][\\w.\\[\\]*]+(?=\\{)");
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("(?:::)?<[\\w\\s:&<>,*\\[\\]]*>");
  private static final Set<String> NOTHING =
      Set.of(
          "None", "null", "nil", "undefined", "nullptr", "NULL", "Optional.empty", "std::nullopt");
  private static final Set<String> LISTS =
      Set.of(
          "List.of",
          "Arrays.asList",
          "Array.of",
          "vec!",
          "list",
          "deque",
          "std::vector",
          "vector",
          "Array",
          "array",
          "std::array",
          "std::list",
          "ImmutableList.of",
          "VecDeque::from",
          "Vec::from");
  private static final Set<String> SETS =
      Set.of(
          "Set.of",
          "set",
          "frozenset",
          "std::set",
          "Set",
          "HashSet::from",
          "BTreeSet::from",
          "std::unordered_set");
  private static final Set<String> TUPLES =
      Set.of("tuple", "std::make_pair", "make_pair", "std::make_tuple", "std::tuple", "Map.entry");
  private static final Set<String> TEXTS =
      Set.of("String::from", "String.valueOf", "std::string", "str", "String");

  private final String text;
  private int at;

  private ValueReader(String text) {
    this.text = text;
  }

  /// {@return the value, or empty where the text is not exactly one value}
  ///
  /// @param text such as `[1, 2]`, `{"a": 1}` or `Some(3)`
  public static Optional<Value> value(String text) {
    ValueReader reader = new ValueReader(text);
    try {
      Value value = reader.next();
      return reader.isAtEnd() ? Optional.of(value) : Optional.empty();
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /// {@return the call, or empty where the text is not exactly one call with values in it}
  ///
  /// @param text such as `add(1, 2)`; a leading `&` of an argument is passed over
  public static Optional<Call> call(String text) {
    ValueReader reader = new ValueReader(text);
    try {
      String name = reader.name();
      reader.skipTypeArguments();
      List<Value> arguments = reader.items('(', ')');
      return reader.isAtEnd() ? Optional.of(new Call(name, arguments)) : Optional.empty();
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  private Value next() {
    blanks();
    while (at < text.length() && text.charAt(at) == '&') {
      skipReference();
    }
    Matcher goType = GO_TYPE.matcher(text).region(at, text.length());
    if (goType.lookingAt()) {
      at = goType.end();
      return braces(Kind.LIST);
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
      return number(number.group());
    }
    if (at >= text.length()) {
      throw new Unreadable();
    }
    return switch (text.charAt(at)) {
      case '"', '`' -> withSuffix(new Value.Text(quoted()));
      case '\'' -> single();
      case '[' -> new Value.Sequence(Kind.LIST, items('[', ']'));
      case '(' -> parenthesised();
      case '{' -> braces(Kind.SET);
      default -> word();
    };
  }

  private Value number(String written) {
    String plain = written.replace("_", "").replace("'", "").replaceFirst("^\\+", "");
    String sign = plain.startsWith("-") ? "-" : "";
    String digits = plain.substring(sign.length());
    Matcher radix = Pattern.compile("0([xXbBoO])([0-9a-fA-F]+)[uUlLn]*").matcher(digits);
    if (radix.matches()) {
      int base =
          switch (radix.group(1)) {
            case "x", "X" -> 16;
            case "b", "B" -> 2;
            default -> 8;
          };
      return new Value.Whole(new BigInteger(sign + radix.group(2), base));
    }
    boolean fraction = digits.matches("[\\d.]*[.eE].*") || digits.matches("\\d+(?:[fFdD]|f32|f64)");
    String bare = digits.replaceFirst("(?:[uif](?:8|16|32|64|128|size)|[uUlLnfFdD]+)$", "");
    return fraction
        ? new Value.Fraction(sign + bare)
        : new Value.Whole(new BigInteger(sign + bare));
  }

  private Value single() {
    String content = quoted();
    return content.codePointCount(0, content.length()) == 1
        ? new Value.Letter(content)
        : new Value.Text(content);
  }

  // Rust and C++ make an owned text of a literal.
  private Value withSuffix(Value value) {
    Matcher suffix =
        Pattern.compile("\\.(?:to_string|to_owned|into)\\(\\)|s\\b(?!\\w)")
            .matcher(text)
            .region(at, text.length());
    if (suffix.lookingAt()) {
      at = suffix.end();
    }
    return value;
  }

  private String quoted() {
    char quote = text.charAt(at++);
    StringBuilder content = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\n') {
        throw new Unreadable();
      }
      content.append(c == '\\' && quote != '`' ? escaped() : String.valueOf(c));
    }
    if (at >= text.length()) {
      throw new Unreadable();
    }
    at++;
    return content.toString();
  }

  private String escaped() {
    if (at >= text.length()) {
      throw new Unreadable();
    }
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000b";
      case '0' -> "\0";
      case 'x' -> character(2);
      case 'u' -> at < text.length() && text.charAt(at) == '{' ? bracedCharacter() : character(4);
      default -> String.valueOf(kind);
    };
  }

  private String character(int digits) {
    int end = at + digits;
    if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]+")) {
      throw new Unreadable();
    }
    String content = Character.toString(Integer.parseInt(text.substring(at, end), 16));
    at = end;
    return content;
  }

  private String bracedCharacter() {
    int end = text.indexOf('}', at);
    if (end < 0 || !text.substring(at + 1, end).matches("[0-9a-fA-F]{1,6}")) {
      throw new Unreadable();
    }
    int code = Integer.parseInt(text.substring(at + 1, end), 16);
    if (!Character.isValidCodePoint(code)) {
      throw new Unreadable();
    }
    at = end + 1;
    return Character.toString(code);
  }

  private List<Value> items(char open, char close) {
    expect(open);
    List<Value> items = new ArrayList<>();
    while (!take(close)) {
      items.add(next());
      if (!take(',') && !peek(close)) {
        throw new Unreadable();
      }
    }
    return items;
  }

  private Value parenthesised() {
    int start = at;
    List<Value> items = items('(', ')');
    boolean comma = text.substring(start, at).matches("(?s).*,\\s*\\)");
    return items.size() == 1 && !comma ? items.getFirst() : new Value.Sequence(Kind.TUPLE, items);
  }

  private Value braces(Kind kind) {
    expect('{');
    List<Value> items = new ArrayList<>();
    List<Value.Entry> entries = new ArrayList<>();
    if (take('}')) {
      return kind == Kind.LIST ? new Value.Sequence(Kind.LIST, items) : new Value.Mapping(entries);
    }
    do {
      if (peek('}')) {
        break;
      }
      Value first = keyOrValue();
      if (take(':') || takeAssignment()) {
        entries.add(new Value.Entry(first, next()));
      } else {
        items.add(first);
      }
    } while (take(','));
    expect('}');
    if (!items.isEmpty() && !entries.isEmpty()) {
      throw new Unreadable();
    }
    return entries.isEmpty() ? new Value.Sequence(kind, items) : new Value.Mapping(entries);
  }

  // JavaScript leaves the quotes of a key away, Java and Go print maps with them left away.
  private Value keyOrValue() {
    blanks();
    Matcher bare =
        Pattern.compile("([A-Za-z_$][\\w$]*)(?=\\s*:(?!:))")
            .matcher(text)
            .region(at, text.length());
    if (bare.lookingAt()) {
      at = bare.end();
      return new Value.Text(bare.group(1));
    }
    return next();
  }

  private boolean takeAssignment() {
    blanks();
    if (text.startsWith("=>", at)) {
      at += 2;
      return true;
    }
    return take('=');
  }

  private Value word() {
    String name = name();
    if (name.equals("true") || name.equals("True")) {
      return new Value.Truth(true);
    }
    if (name.equals("false") || name.equals("False")) {
      return new Value.Truth(false);
    }
    if (name.equals("new")) {
      return next();
    }
    skipTypeArguments();
    if (NOTHING.contains(name)) {
      if (peek('(')) {
        items('(', ')');
      }
      return new Value.Nothing();
    }
    // Java arrays: `new int[]{1, 2}`.
    if (text.startsWith("[]", at)) {
      while (text.startsWith("[]", at)) {
        at += 2;
      }
      return braces(Kind.LIST);
    }
    if (peek('{')) {
      return SETS.contains(name) ? braces(Kind.SET) : braces(Kind.LIST);
    }
    if (name.endsWith("!") && peek('[')) {
      return new Value.Sequence(Kind.LIST, items('[', ']'));
    }
    if (!peek('(')) {
      throw new Unreadable();
    }
    return wrapped(name, items('(', ')'));
  }

  private static Value wrapped(String name, List<Value> arguments) {
    if (name.equals("Map.of")) {
      List<Value.Entry> entries = new ArrayList<>();
      for (int i = 0; i + 1 < arguments.size(); i += 2) {
        entries.add(new Value.Entry(arguments.get(i), arguments.get(i + 1)));
      }
      return new Value.Mapping(entries);
    }
    if (TEXTS.contains(name)
        && arguments.size() == 1
        && arguments.getFirst() instanceof Value.Text) {
      return arguments.getFirst();
    }
    if (name.equals("dict") && arguments.isEmpty()) {
      return new Value.Mapping(List.of());
    }
    boolean spread =
        arguments.size() == 1
            && arguments.getFirst() instanceof Value.Sequence
            && !name.contains(".of");
    List<Value> items =
        spread && arguments.getFirst() instanceof Value.Sequence inner ? inner.items() : arguments;
    if (LISTS.contains(name)) {
      return new Value.Sequence(Kind.LIST, items);
    }
    if (SETS.contains(name)) {
      return new Value.Sequence(Kind.SET, items);
    }
    if (TUPLES.contains(name)) {
      return new Value.Sequence(Kind.TUPLE, items);
    }
    return new Value.Wrapped(name, arguments);
  }

  private String name() {
    blanks();
    Matcher name = NAME.matcher(text).region(at, text.length());
    if (!name.lookingAt()) {
      throw new Unreadable();
    }
    at = name.end();
    return name.group();
  }

  private void skipReference() {
    at++;
    blanks();
    if (text.startsWith("mut ", at)) {
      at += 4;
      blanks();
    }
  }

  private void skipTypeArguments() {
    Matcher arguments = TYPE_ARGUMENTS.matcher(text).region(at, text.length());
    if (arguments.lookingAt()) {
      at = arguments.end();
    }
  }

  private void expect(char c) {
    if (!take(c)) {
      throw new Unreadable();
    }
  }

  private boolean take(char c) {
    if (!peek(c)) {
      return false;
    }
    at++;
    return true;
  }

  private boolean peek(char c) {
    blanks();
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean isAtEnd() {
    blanks();
    return at == text.length();
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /// The text is not a value that is understood.
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super(null, null, false, false);
    }
  }
}
