package dev.hone.requirement;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.LanguageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examples that are written as assertions of the usual test frameworks of Go, Rust, Java, C and
/// C++.
final class NativeAssertions {
  private static final Pattern EQUAL =
      Pattern.compile(
          "(?<![\\w.])(?:assert_eq!|debug_assert_eq!|(?:Assertions?\\.|assert\\.|require\\.)?(?:assertEquals|assertArrayEquals|assertIterableEquals|Equal|EqualValues|InDelta)"
              + "|(?:EXPECT|ASSERT)_(?:EQ|STREQ|DOUBLE_EQ|FLOAT_EQ|NEAR))(?=\\()");
  private static final Pattern TRUTH =
      Pattern.compile(
          "(?<![\\w.])(?:assert!|(?:Assertions\\.|assert\\.|require\\.)?(assertTrue|assertFalse|assertNull|True|False|Nil)|(?:EXPECT|ASSERT)_(TRUE|FALSE)|REQUIRE|CHECK|assert)(?=\\()");
  private static final Pattern THROWS =
      Pattern.compile(
          "(?<![\\w.])(?:(?:Assertions\\.)?assertThrows|(?:EXPECT|ASSERT)_THROW|REQUIRE_THROWS_AS|CHECK_THROWS_AS)(?=\\()");
  private static final Pattern THAT = Pattern.compile("(?<![\\w.])assertThat(?=\\()");
  private static final Pattern IS_EQUAL =
      Pattern.compile("\\s*\\.\\s*(?:isEqualTo|containsExactly)(?=\\()");
  private static final Pattern STRINGS =
      Pattern.compile("strcmp\\((.*)\\)\\s*==\\s*0", Pattern.DOTALL);

  /// A call on an object that was not made here.
  private static final Pattern MEMBER = Pattern.compile("[&*]*[a-z_]\\w*\\.");

  private static final Pattern COMPARED = Pattern.compile("==|!=|<=|>=|&&|\\|\\||[<>]");
  private static final Pattern GO_CHECK =
      Pattern.compile(
          "\\bif\\s+(\\w+)\\s*:=\\s*([^;\\n]+);\\s*(?:\\1\\s*!=\\s*([^\\n{]+(?:\\{[^\\n]*\\})?)|!reflect\\.DeepEqual\\(\\1,\\s*([^\\n]+)\\))\\s*\\{\\s*(?:\\n|t\\.)");

  private final LanguageId language;
  private final Calls calls;

  NativeAssertions(LanguageId language) {
    this.language = language;
    this.calls = new Calls(language);
  }

  /// {@return the examples of a text}
  ///
  /// @param text a text without its doctests
  List<Example> read(String text) {
    List<Example> found = new ArrayList<>();
    EQUAL.matcher(text).results().forEach(m -> equal(text, m.end()).ifPresent(found::add));
    TRUTH
        .matcher(text)
        .results()
        .forEach(
            m ->
                truth(
                        text,
                        m.end(),
                        (m.group(1) + "," + m.group(2)).toLowerCase(java.util.Locale.ROOT))
                    .ifPresent(found::add));
    THROWS.matcher(text).results().forEach(m -> raises(text, m.end()).ifPresent(found::add));
    THAT.matcher(text).results().forEach(m -> that(text, m.end()).ifPresent(found::add));
    GO_CHECK
        .matcher(text)
        .results()
        .forEach(
            m ->
                returns(m.group(2), m.group(3) == null ? m.group(4) : m.group(3), m.group())
                    .ifPresent(found::add));
    return found;
  }

  private Optional<Example> equal(String text, int open) {
    List<String> arguments = arguments(text, open);
    if (arguments.size() > 1 && arguments.getFirst().matches("t|this")) {
      arguments = arguments.subList(1, arguments.size());
    }
    if (arguments.size() < 2 || arguments.size() > 3) {
      return Optional.empty();
    }
    String source = text.substring(open, calls.close(text, open));
    String first = arguments.get(0);
    String second = arguments.get(1);
    return returns(first, second, source).or(() -> returns(second, first, source));
  }

  private Optional<Example> truth(String text, int open, String kind) {
    List<String> arguments = arguments(text, open);
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    String source = text.substring(open, calls.close(text, open));
    String condition =
        arguments.getFirst().equals("t") && arguments.size() > 1
            ? arguments.get(1)
            : arguments.getFirst();
    Matcher strings = STRINGS.matcher(condition);
    if (strings.matches()) {
      List<String> two = arguments("(" + strings.group(1) + ")", 0);
      return two.size() == 2 ? returns(two.get(0), two.get(1), source) : Optional.empty();
    }
    if (kind.contains("nil") || kind.contains("assertnull")) {
      return returns(condition, kind.contains("nil") ? "nil" : "null", source);
    }
    boolean negated = condition.startsWith("!");
    String value = negated == kind.contains("false") ? "true" : "false";
    String call = negated ? condition.substring(1) : condition;
    // A comparison is read where its call stands.
    return COMPARED.matcher(calls.withoutStrings(call)).find()
        ? Optional.empty()
        : returns(call, value, source);
  }

  private Optional<Example> raises(String text, int open) {
    List<String> arguments = arguments(text, open);
    if (arguments.size() < 2) {
      return Optional.empty();
    }
    String first = arguments.get(0);
    String second = arguments.get(1);
    String error = first.endsWith(".class") ? first.replace(".class", "") : second;
    String call =
        first.endsWith(".class") ? second.replaceFirst("^\\(\\s*\\)\\s*->\\s*", "") : first;
    return error.matches("[\\w:.]+") && calls.isClosed(call)
        ? Optional.of(
            new Example(
                Kind.RAISES, List.of(), call, error, text.substring(open, calls.close(text, open))))
        : Optional.empty();
  }

  private Optional<Example> that(String text, int open) {
    int close = calls.close(text, open);
    if (close == Literals.NONE) {
      return Optional.empty();
    }
    Matcher equal = IS_EQUAL.matcher(text).region(close, text.length());
    List<String> values = equal.lookingAt() ? arguments(text, equal.end()) : List.of();
    String source = text.substring(open, close);
    return values.size() == 1 && !equal.group().contains("contains")
        ? returns(text.substring(open + 1, close - 1), values.getFirst(), source)
        : Optional.empty();
  }

  private Optional<Example> returns(String call, String value, String source) {
    String code = call.strip();
    String expected = value.strip();
    boolean whole =
        code.contains("(")
            && !MEMBER.matcher(code).lookingAt()
            && !expected.isEmpty()
            && NativeCode.end(expected, 0, language) == expected.length()
            && NativeCode.end(code, 0, language) != code.length()
            && calls.isClosed(code, Set.of());
    return whole
        ? Optional.of(new Example(Kind.RETURNS, List.of(), code, expected, source))
        : Optional.empty();
  }

  /// {@return what stands between the commas of the brackets that open here; empty for none}
  private List<String> arguments(String text, int open) {
    int close = calls.close(text, open);
    List<String> found = new ArrayList<>();
    int start = open + 1;
    int at = open + 1;
    while (at < close - 1) {
      char c = text.charAt(at);
      int next = "([{\"'".indexOf(c) >= 0 ? end(text, at) : at + 1;
      if (c == ',') {
        found.add(text.substring(start, at).strip());
        start = at + 1;
      }
      at = next;
    }
    if (close != Literals.NONE && start < close - 1) {
      found.add(text.substring(start, close - 1).strip());
    }
    return found.stream().filter(a -> !a.isEmpty()).toList();
  }

  private int end(String text, int at) {
    int end = calls.stringEnd(text, at);
    int close =
        end == Literals.NONE && "([{".indexOf(text.charAt(at)) >= 0 ? calls.close(text, at) : end;
    return close == Literals.NONE ? at + 1 : close;
  }
}
