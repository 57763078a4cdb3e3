package dev.hone.suite;

import static java.util.stream.Collectors.joining;

import dev.hone.language.LanguageId;
import dev.hone.language.values.ValueReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Values near a value as it is written, of the same type: nothing, one, one more, twice as much, a
/// digit more, each letter twice, the other way round, and a row whose first item is such a value.
/// A number goes below nothing only where it is below already, as little is said of what lies
/// outside of what a requirement shows.
///
/// @param language the language of the values
record Edges(LanguageId language) {
  private static final Pattern WHOLE = Pattern.compile("(-?\\d+)([A-Za-z_]\\w*)?");
  private static final Pattern FRACTION = Pattern.compile("(-?\\d+\\.\\d+)([A-Za-z_]\\w*)?");
  private static final Pattern QUOTED =
      Pattern.compile("(?s)(\"|')((?:(?!\\1)[^\\\\])*)\\1((?:\\.\\w+\\(\\)|sv|s)?)");
  private static final BigInteger MANY = BigInteger.valueOf(1000);
  private static final Map<String, String> TRUTHS =
      Map.of("true", "false", "false", "true", "True", "False", "False", "True");
  private static final Set<LanguageId> SINGLE_QUOTES_ARE_TEXTS =
      Set.of(LanguageId.PYTHON, LanguageId.JAVASCRIPT, LanguageId.TYPESCRIPT);

  /// Values in a row as they are written.
  private record Row(String head, List<String> items, String tail) {
    private static final Pattern OPEN =
        Pattern.compile("(?:&(?:mut )?)?(?:[\\w.:<>!\\[\\] ]*?)([\\[{(])\\s*");
    private static final Pattern MAKER = Pattern.compile(".*\\b(?:of|asList)\\(\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern CLOSE = Pattern.compile("\\s*,?\\s*([\\])}](?:\\.\\w+\\(\\))?)");

    static Optional<Row> of(String text) {
      Matcher open = OPEN.matcher(text);
      // The shortest head whose items can be read is the right one: `[]int{` is no empty row.
      for (int at = 0; at < text.length() && open.find(at); at = open.end(1)) {
        Optional<Row> row = of(text, open.end());
        if (row.isPresent()) {
          return row;
        }
      }
      return Optional.empty();
    }

    private static Optional<Row> of(String text, int start) {
      List<String> items = new ArrayList<>();
      int at = start;
      while (!CLOSE.matcher(text).region(at, text.length()).matches()) {
        int end = ValueReader.end(text, at);
        if (end == ValueReader.NONE) {
          return Optional.empty();
        }
        items.add(text.substring(at, end).strip());
        Matcher comma = COMMA.matcher(text).region(end, text.length());
        at = comma.lookingAt() ? comma.end() : end;
      }
      Matcher close = CLOSE.matcher(text).region(at, text.length());
      return close.matches()
          ? Optional.of(new Row(text.substring(0, start), items, close.group(1)))
          : Optional.empty();
    }

    /// {@return whether it may have any length, as a tuple and what a constructor takes may not}
    boolean isList() {
      return !head.strip().endsWith("(") || MAKER.matcher(head).matches();
    }

    String with(List<String> others) {
      return head + String.join(", ", others) + tail;
    }
  }

  /// {@return the values near a value, without itself, the plainest first; empty where it cannot be
  /// read}
  ///
  /// @param value the value as written
  List<String> of(String value) {
    return Stream.of(whole(value), fraction(value), text(value), truth(value), row(value))
        .filter(edges -> !edges.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .filter(edge -> !edge.equals(value))
        .distinct()
        .toList();
  }

  private List<String> whole(String value) {
    Matcher whole = WHOLE.matcher(value);
    if (!whole.matches()) {
      return List.of();
    }
    BigInteger number = new BigInteger(whole.group(1));
    List<BigInteger> near = new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.ONE));
    // In C it may be the length of an array beside it.
    if (language != LanguageId.C) {
      near.add(number.add(BigInteger.ONE));
      near.add(number.multiply(BigInteger.TWO));
      if (number.abs().compareTo(MANY) < 0) {
        // Two digits may be alike both ways round.
        near.add(number.multiply(BigInteger.TEN).add(BigInteger.valueOf(3L * number.signum())));
      }
    }
    if (number.signum() < 0) {
      near.add(BigInteger.ONE.negate());
    }
    String suffix = whole.group(2) == null ? "" : whole.group(2);
    return near.stream().map(each -> each + suffix).toList();
  }

  private static List<String> fraction(String value) {
    Matcher fraction = FRACTION.matcher(value);
    if (!fraction.matches()) {
      return List.of();
    }
    String suffix = fraction.group(2) == null ? "" : fraction.group(2);
    double twice = 2 * Double.parseDouble(fraction.group(1));
    return Stream.of("0.0", Double.toString(twice))
        .filter(each -> !each.contains("E"))
        .map(each -> each + suffix)
        .toList();
  }

  private List<String> text(String value) {
    Matcher quoted = QUOTED.matcher(value);
    if (!quoted.matches()
        || (quoted.group(1).equals("'") && !SINGLE_QUOTES_ARE_TEXTS.contains(language))) {
      return List.of();
    }
    String text = quoted.group(2);
    List<String> near = new ArrayList<>(List.of(""));
    if (!text.isEmpty()) {
      near.add(text.substring(0, text.offsetByCodePoints(0, 1)));
      near.add(text.codePoints().mapToObj(c -> Character.toString(c).repeat(2)).collect(joining()));
      near.add(text + text);
      near.add(new StringBuilder(text).reverse().toString());
    }
    return near.stream()
        .map(each -> quoted.group(1) + each + quoted.group(1) + quoted.group(3))
        .toList();
  }

  private static List<String> truth(String value) {
    return Optional.ofNullable(TRUTHS.get(value)).stream().toList();
  }

  private List<String> row(String value) {
    Optional<Row> read = Row.of(value);
    if (read.isEmpty() || !read.get().isList()) {
      return List.of();
    }
    Row row = read.get();
    List<String> items = row.items();
    List<List<String>> near = new ArrayList<>();
    // In C the length of an array is an argument beside it.
    if (language != LanguageId.C) {
      near.add(List.of());
      near.add(items.subList(0, Math.min(1, items.size())));
      near.add(Stream.concat(items.stream(), items.stream()).toList());
    }
    near.add(items.reversed());
    if (items.size() > 1) {
      near.add(Collections.nCopies(items.size(), items.getFirst()));
    }
    if (!items.isEmpty()) {
      List<String> first = of(items.getFirst());
      IntStream.of(0, 2)
          .filter(i -> i < first.size())
          .mapToObj(i -> with(items, first.get(i)))
          .forEach(near::add);
    }
    return near.stream().map(row::with).toList();
  }

  private static List<String> with(List<String> items, String first) {
    List<String> others = new ArrayList<>(items);
    others.set(0, first);
    return others;
  }
}
