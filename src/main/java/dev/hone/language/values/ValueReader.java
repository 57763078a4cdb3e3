package dev.hone.language.values;

import dev.hone.language.LanguageId;
import dev.hone.language.values.Cursor.Unreadable;
import dev.hone.language.values.Value.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one value or call from the start of a text to its end. What is not wholly understood is
/// refused: a wrongly read example turns down right code.
public final class ValueReader {
  /// The answer where no value stands.
  public static final int NONE = -1;

  private static final int DEEPEST = 100;
  private static final int LONGEST_REPEAT = 1000;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][\\w$]*(?:(?:\\.|::)[A-Za-z_$][\\w$]*)*!?");
  private static final Pattern GO_TYPE =
      Pattern.compile(
          "((?:\\[(?:\\d*|\\.{3})]|\\*|map\\[[\\w.*]+])+"
              + "(?:interface\\{\\}|struct\\{\\}|[\\w.]+|\\[\\w*]|\\*)*)(?=[{(])");
  private static final Pattern C_ARRAY =
      Pattern.compile("\\((?:const )?[A-Za-z_][\\w\\s*]*(?:\\[\\d*])+\\)\\s*(?=\\{)");
  private static final Pattern JAVA_ARRAY = Pattern.compile("(?:\\[])+\\s*(?=\\{)");
  private static final Pattern EMPTY_ARRAY = Pattern.compile("\\[0](?:\\[])*");
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("(?:::)?<[\\w\\s:&<>,*\\[\\]?']*>");
  private static final Pattern REFERENCE = Pattern.compile("\\s*&(?:mut\\s)?\\s*");
  private static final Pattern OWNED =
      Pattern.compile(
          "\\.(?:to_string|to_owned|into|as_str|as_bytes|to_vec|as_slice|clone|c_str)\\(\\)");
  private static final Pattern BARE_KEY =
      Pattern.compile("\\s*\\.?([A-Za-z_$][\\w$]*)(?=\\s*(?::(?!:)|=(?![=>])))");
  private static final Pattern REPEAT = Pattern.compile("\\s*;\\s*(\\d{1,4})\\s*]");

  private final Cursor cursor;
  private Kind bare;
  private int depth;

  private ValueReader(String text, int start, Kind bare) {
    this.cursor = new Cursor(text, start);
    this.bare = bare;
  }

  /// {@return the value, or empty where the text is not exactly one value} Braces without a type
  /// are a set, as in Python, unless there are braces inside.
  ///
  /// @param text such as `[1, 2]`, `{"a": 1}` or `Some(3)`
  public static Optional<Value> value(String text) {
    return new ValueReader(text, 0, Kind.SET).whole();
  }

  /// {@return the value, or empty where the text is not exactly one value} Braces without a type
  /// mean what the language means by them: a list, but a set in Python, JavaScript and TypeScript.
  ///
  /// @param text such as `{1, 2}`
  /// @param language the language of the text
  public static Optional<Value> value(String text, LanguageId language) {
    return new ValueReader(text, 0, bare(language)).whole();
  }

  /// {@return the call, or empty where the text is not exactly one call with values in it}
  ///
  /// @param text such as `add(1, 2)`; a leading `&` of an argument is passed over
  public static Optional<Call> call(String text) {
    return new ValueReader(text, 0, Kind.SET).wholeCall();
  }

  /// {@return the call, or empty where the text is not exactly one call with values in it} Braces
  /// without a type are read as {@link #value(String, LanguageId)} does.
  ///
  /// @param text such as `add({1, 2})`
  /// @param language the language of the text
  public static Optional<Call> call(String text, LanguageId language) {
    return new ValueReader(text, 0, bare(language)).wholeCall();
  }

  /// {@return the index after the value that starts at a place of a longer text, or {@link #NONE}}
  ///
  /// @param text the text
  /// @param start the index of the value's first character
  public static int end(String text, int start) {
    ValueReader reader = new ValueReader(text, start, Kind.SET);
    try {
      reader.next();
      return reader.cursor.at();
    } catch (Unreadable _) {
      return NONE;
    }
  }

  private static Kind bare(LanguageId language) {
    return switch (language) {
      case PYTHON, JAVASCRIPT, TYPESCRIPT -> Kind.SET;
      case JAVA, GO, RUST, C, CPP -> Kind.LIST;
    };
  }

  private Optional<Value> whole() {
    try {
      cursor.blanks();
      Value value = next();
      boolean open = value instanceof Value.Whole && cursor.takeHere('.');
      cursor.blanks();
      return !cursor.isAtEnd()
          ? Optional.empty()
          : Optional.of(
              open && value instanceof Value.Whole(var number)
                  ? new Value.Fraction(number + ".0")
                  : value);
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  private Optional<Call> wholeCall() {
    try {
      cursor.blanks();
      String name = name();
      cursor.take(TYPE_ARGUMENTS);
      depth++;
      List<Value> arguments = items('(', ')');
      cursor.blanks();
      return cursor.isAtEnd() ? Optional.of(new Call(name, arguments)) : Optional.empty();
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  private Value next() {
    if (depth > DEEPEST) {
      throw new Unreadable();
    }
    depth++;
    while (cursor.take(REFERENCE)) {}
    Value value = Numbers.read(cursor).orElseGet(this::notANumber);
    while (!(value instanceof Value.Whole) && cursor.take(OWNED)) {}
    depth--;
    return value;
  }

  private Value notANumber() {
    Matcher goType = cursor.matcher(GO_TYPE);
    if (goType.lookingAt()) {
      cursor.moveTo(goType.end());
      return cursor.isAt('(')
          ? new Value.Wrapped(goType.group(1), items('(', ')'))
          : goLiteral(goType.group(1));
    }
    if (Quoted.starts(cursor)) {
      return Quoted.read(cursor, depth > 1);
    }
    if (cursor.take(C_ARRAY)) {
      return braces(Kind.LIST);
    }
    if (cursor.isAt('[')) {
      return new Value.Sequence(Kind.LIST, items('[', ']'));
    }
    if (cursor.isAt('(')) {
      return parenthesised();
    }
    return cursor.isAt('{') ? braces(bare) : word();
  }

  private Value goLiteral(String type) {
    Value inner = braces(Kind.LIST);
    return type.startsWith("map[") && inner.equals(new Value.Sequence(Kind.LIST, List.of()))
        ? new Value.Mapping(List.of())
        : inner;
  }

  private List<Value> items(char open, char close) {
    cursor.expect(open);
    List<Value> items = new ArrayList<>();
    while (!cursor.take(close)) {
      items.add(next());
      Matcher repeat = cursor.matcher(REPEAT);
      if (close == ']' && items.size() == 1 && repeat.lookingAt()) {
        cursor.moveTo(repeat.end());
        int count = Integer.parseInt(repeat.group(1));
        if (count > LONGEST_REPEAT) {
          throw new Unreadable();
        }
        return Collections.nCopies(count, items.getFirst());
      }
      if (!cursor.take(',') && !cursor.peek(close)) {
        throw new Unreadable();
      }
      cursor.blanks();
    }
    return items;
  }

  private Value parenthesised() {
    int start = cursor.at();
    List<Value> items = items('(', ')');
    boolean comma = cursor.text().substring(start, cursor.at()).matches("(?s).*,\\s*\\)");
    return items.size() == 1 && !comma ? items.getFirst() : new Value.Sequence(Kind.TUPLE, items);
  }

  /// Braces inside braces with a type are of the same kind.
  private Value braces(Kind kind) {
    Kind before = bare;
    bare = kind;
    cursor.expect('{');
    List<Value> items = new ArrayList<>();
    List<Value.Entry> entries = new ArrayList<>();
    boolean nested = false;
    while (!cursor.peek('}')) {
      boolean brace = cursor.isAt('{');
      Value first = keyOrValue();
      if (cursor.take(':') || takeAssignment()) {
        cursor.blanks();
        entries.add(new Value.Entry(first, next()));
      } else {
        nested = nested || brace;
        items.add(first);
      }
      if (!cursor.take(',') && !cursor.peek('}')) {
        throw new Unreadable();
      }
    }
    cursor.expect('}');
    bare = before;
    if (!items.isEmpty() && !entries.isEmpty()) {
      throw new Unreadable();
    }
    if (!entries.isEmpty() || (items.isEmpty() && kind == Kind.SET)) {
      return new Value.Mapping(entries);
    }
    // No set holds sets.
    return nested
        ? new Value.Sequence(Kind.LIST, items.stream().map(ValueReader::asList).toList())
        : new Value.Sequence(kind, items);
  }

  private static Value asList(Value value) {
    return switch (value) {
      case Value.Sequence(var kind, var items) when kind == Kind.SET ->
          new Value.Sequence(Kind.LIST, items.stream().map(ValueReader::asList).toList());
      case Value.Mapping(var entries) when entries.isEmpty() ->
          new Value.Sequence(Kind.LIST, List.of());
      case Value other -> other;
    };
  }

  // JavaScript leaves the quotes of a key away, Java and Go print maps with them left away.
  private Value keyOrValue() {
    Matcher key = cursor.matcher(BARE_KEY);
    if (key.lookingAt() && Names.alone(key.group(1)).isEmpty()) {
      cursor.moveTo(key.end());
      return new Value.Text(key.group(1));
    }
    return next();
  }

  private boolean takeAssignment() {
    cursor.blanks();
    if (cursor.isAt("=>")) {
      cursor.moveTo(cursor.at() + 2);
      return true;
    }
    return cursor.take('=');
  }

  private Value word() {
    String name = name();
    if (name.equals("new")) {
      cursor.blanks();
      return word();
    }
    boolean typed = cursor.take(TYPE_ARGUMENTS);
    Optional<Value> alone = Names.alone(name);
    if (alone.isPresent() && (!cursor.isAt('(') || name.equals("None"))) {
      return alone.get();
    }
    if (cursor.take(JAVA_ARRAY)) {
      return braces(Kind.LIST);
    }
    if (cursor.take(EMPTY_ARRAY)) {
      return new Value.Sequence(Kind.LIST, List.of());
    }
    if (name.endsWith("!")) {
      return new Value.Sequence(Kind.LIST, items('[', ']'));
    }
    if (cursor.isAt('(')) {
      return alone.isPresent() && items('(', ')').isEmpty()
          ? alone.get()
          : Names.called(name, items('(', ')'));
    }
    boolean isType = typed || Character.isUpperCase(name.charAt(0));
    if (cursor.isAt('{') || (isType && cursor.peek('{'))) {
      return Names.braced(name, braces(Kind.LIST));
    }
    throw new Unreadable();
  }

  private String name() {
    Matcher name = cursor.matcher(NAME);
    if (!name.lookingAt()) {
      throw new Unreadable();
    }
    cursor.moveTo(name.end());
    return name.group();
  }
}
