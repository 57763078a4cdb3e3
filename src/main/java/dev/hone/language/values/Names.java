package dev.hone.language.values;

import dev.hone.language.values.Value.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What names before brackets and braces mean.
final class Names {
  private static final Set<String> NOTHING =
      Set.of(
          "None",
          "null",
          "nil",
          "undefined",
          "nullptr",
          "NULL",
          "Optional.empty",
          "std::nullopt",
          "nullopt");
  private static final Map<String, Boolean> TRUTHS =
      Map.of(
          "true", true, "True", true, "TRUE", true, "false", false, "False", false, "FALSE", false);
  private static final Set<String> LISTS =
      Set.of(
          "List.of",
          "List.copyOf",
          "Arrays.asList",
          "Array.of",
          "Array.from",
          "ArrayList",
          "LinkedList",
          "ArrayDeque",
          "Collections.emptyList",
          "vec!",
          "list",
          "deque",
          "std::deque",
          "std::vector",
          "vector",
          "Array",
          "array",
          "std::array",
          "std::list",
          "std::initializer_list",
          "ImmutableList.of",
          "VecDeque::from",
          "VecDeque::new",
          "Vec::from",
          "Vec::new");

  /// Those whose arguments are the items.
  private static final Set<String> LISTED =
      Set.of("List.of", "Arrays.asList", "Array.of", "ImmutableList.of", "Set.of");

  private static final Set<String> SETS =
      Set.of(
          "Set.of",
          "set",
          "frozenset",
          "std::set",
          "Set",
          "HashSet",
          "TreeSet",
          "LinkedHashSet",
          "Collections.emptySet",
          "HashSet::from",
          "HashSet::new",
          "BTreeSet::from",
          "BTreeSet::new",
          "std::unordered_set",
          "unordered_set");
  private static final Set<String> TUPLES =
      Set.of(
          "tuple",
          "std::pair",
          "pair",
          "std::make_pair",
          "make_pair",
          "std::make_tuple",
          "make_tuple",
          "std::tuple",
          "Map.entry");
  private static final Set<String> MAPS =
      Set.of(
          "Map",
          "Map.ofEntries",
          "HashMap",
          "TreeMap",
          "LinkedHashMap",
          "Collections.emptyMap",
          "HashMap::from",
          "HashMap::new",
          "BTreeMap::from",
          "BTreeMap::new",
          "std::map",
          "map",
          "std::unordered_map",
          "unordered_map",
          "dict",
          "OrderedDict",
          "Counter");
  private static final Set<String> TEXTS =
      Set.of(
          "String::from",
          "String::new",
          "String.valueOf",
          "std::string",
          "std::string_view",
          "string",
          "str",
          "String");

  private Names() {}

  /// {@return the value that a name stands for alone, such as `True`, `None` or `i32::MAX`}
  static Optional<Value> alone(String name) {
    if (NOTHING.contains(name)) {
      return Optional.of(new Value.Nothing());
    }
    return TRUTHS.containsKey(name)
        ? Optional.of(new Value.Truth(TRUTHS.get(name)))
        : Numbers.named(name);
  }

  static boolean isMap(String name) {
    return MAPS.contains(name);
  }

  /// {@return the value of a name before braces}
  ///
  /// @param name the name
  /// @param inner the braces
  static Value braced(String name, Value inner) {
    boolean known =
        LISTS.contains(name) || SETS.contains(name) || TUPLES.contains(name) || isMap(name);
    if (known && inner instanceof Value.Sequence(_, var items)) {
      return isMap(name) ? entries(items) : new Value.Sequence(kind(name), items);
    }
    return known ? inner : new Value.Wrapped(name, List.of(inner));
  }

  /// {@return the value of a name before brackets}
  ///
  /// @param name the name
  /// @param arguments what stands in the brackets
  static Value called(String name, List<Value> arguments) {
    if (name.equals("Map.of")) {
      return pairs(arguments);
    }
    if (TEXTS.contains(name)) {
      return text(name, arguments);
    }
    if (name.equals("Map.ofEntries")) {
      return entries(arguments);
    }
    if (isMap(name)) {
      return arguments.size() == 1 ? map(name, arguments.getFirst()) : entries(arguments);
    }
    if (!LISTS.contains(name) && !SETS.contains(name) && !TUPLES.contains(name)) {
      return new Value.Wrapped(name, arguments);
    }
    if (LISTED.contains(name) || (TUPLES.contains(name) && !name.equals("tuple"))) {
      return new Value.Sequence(kind(name), arguments);
    }
    if (arguments.isEmpty()) {
      return new Value.Sequence(kind(name), List.of());
    }
    // `Array(3)` and `vector(3, 0)` count, they do not list.
    if (arguments.size() == 1 && arguments.getFirst() instanceof Value.Sequence(_, var items)) {
      return new Value.Sequence(kind(name), items);
    }
    throw new Cursor.Unreadable();
  }

  private static Kind kind(String name) {
    return LISTS.contains(name) ? Kind.LIST : SETS.contains(name) ? Kind.SET : Kind.TUPLE;
  }

  private static Value text(String name, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return new Value.Text("");
    }
    return arguments.size() == 1 && arguments.getFirst() instanceof Value.Text text
        ? text
        : new Value.Wrapped(name, arguments);
  }

  private static Value map(String name, Value inner) {
    return switch (inner) {
      case Value.Mapping mapping when !name.equals("Map") -> mapping;
      case Value.Sequence(_, var items) -> entries(items);
      case Value _ -> throw new Cursor.Unreadable();
    };
  }

  private static Value pairs(List<Value> arguments) {
    if (arguments.size() % 2 == 1) {
      throw new Cursor.Unreadable();
    }
    List<Value.Entry> entries = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      entries.add(new Value.Entry(arguments.get(i), arguments.get(i + 1)));
    }
    return new Value.Mapping(entries);
  }

  private static Value entries(List<Value> pairs) {
    List<Value.Entry> entries = new ArrayList<>();
    for (Value pair : pairs) {
      if (!(pair instanceof Value.Sequence(_, var two)) || two.size() != 2) {
        throw new Cursor.Unreadable();
      }
      entries.add(new Value.Entry(two.get(0), two.get(1)));
    }
    return new Value.Mapping(entries);
  }
}
