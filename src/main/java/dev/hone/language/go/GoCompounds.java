package dev.hone.language.go;

import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Sequence;
import dev.hone.language.values.Value.Wrapped;
import java.util.List;
import java.util.Locale;

/// The maps and structs of {@link GoEquality}.
final class GoCompounds {
  private GoCompounds() {}

  static boolean map(List<Value.Entry> own, Value want) {
    return switch (want) {
      case Value.Nothing _ -> own.isEmpty();
      case Sequence(_, var keys) ->
          keys.size() == own.size()
              && own.stream()
                  .allMatch(
                      entry ->
                          !entry.value().equals(new Value.Truth(false))
                              && keys.stream()
                                  .anyMatch(key -> GoEquality.one(bare(entry.key()), key)));
      case Value.Mapping(var entries) ->
          entries.size() == own.size()
              && own.stream()
                  .allMatch(
                      entry ->
                          entries.stream()
                              .anyMatch(
                                  wanted ->
                                      key(entry.key(), wanted.key())
                                          && GoEquality.one(entry.value(), wanted.value())));
      case Value _ -> false;
    };
  }

  /// A key that is no text may be written as one.
  private static boolean key(Value own, Value written) {
    return GoEquality.one(bare(own), written)
        || (own instanceof Wrapped(var name, var inner)
            && name.equals("key")
            && inner.size() == 2
            && GoEquality.text(written)
                .map(Value.Text::new)
                .filter(inner.get(1)::equals)
                .isPresent());
  }

  private static Value bare(Value key) {
    return key instanceof Wrapped(var name, var inner) && name.equals("key") && !inner.isEmpty()
        ? inner.getFirst()
        : key;
  }

  static boolean struct(Value first, List<Value> inner, Value want) {
    if (GoEquality.text(want).isPresent()) {
      return inner.size() == 2 && GoEquality.one(inner.get(1), want);
    }
    if (!(first instanceof Sequence(_, var fields))) {
      return false;
    }
    return switch (want) {
      case Sequence(_, var items) ->
          GoEquality.all(fields.stream().map(GoCompounds::valueOf).toList(), items);
      case Value.Mapping(var entries) ->
          (!entries.isEmpty() || fields.isEmpty())
              && entries.stream().allMatch(entry -> field(fields, entry));
      case Value _ -> false;
    };
  }

  private static Value valueOf(Value field) {
    return field instanceof Sequence(_, var parts) && parts.size() == 3
        ? parts.get(2)
        : new Value.Nothing();
  }

  private static boolean field(List<Value> fields, Value.Entry wanted) {
    String name = GoEquality.text(wanted.key()).orElse("");
    return fields.stream()
        .filter(
            field ->
                field instanceof Sequence(_, var parts)
                    && parts.size() == 3
                    && (GoEquality.text(parts.getFirst())
                            .map(GoCompounds::folded)
                            .orElse("")
                            .equals(folded(name))
                        || (!name.isEmpty()
                            && GoEquality.text(parts.get(1)).orElse("").equals(name))))
        .findFirst()
        .filter(field -> GoEquality.one(valueOf(field), wanted.value()))
        .isPresent();
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
