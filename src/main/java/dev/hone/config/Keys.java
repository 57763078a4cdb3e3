package dev.hone.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Every key that there is: the table in the resource `keys.tsv` beside this class.
///
/// @param all the keys in the order in which they are shown
public record Keys(List<Key> all) {
  private static final String RESOURCE = "keys.tsv";
  private static final String ANY = "*";

  /// Copies the list.
  public Keys {
    all = List.copyOf(all);
  }

  /// {@return the keys of the table}
  public static Keys load() {
    try (InputStream in = Keys.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing");
      }
      return new Keys(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Keys::key)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Key key(String line) {
    String[] cells = line.split("\t", -1);
    return new Key(
        cells[0],
        Kind.of(cells[1]),
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        ProjectRule.of(cells[6]),
        cells[7]);
  }

  /// {@return the key of this name, with `*` as in the table}
  Key named(String name) {
    return all.stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no key is called " + name));
  }

  /// {@return the key that a path leads to; empty where it leads to none}
  Optional<Key> find(List<String> path) {
    return all.stream()
        .filter(key -> key.parts().size() == path.size() && begins(key, path))
        .findFirst();
  }

  /// {@return whether a path leads to a table with keys}
  boolean isTable(List<String> path) {
    return all.stream().anyMatch(key -> key.parts().size() > path.size() && begins(key, path));
  }

  /// {@return whether a person chooses the names in the table that a path leads to}
  boolean isOfNames(List<String> path) {
    return below(path).equals(List.of(ANY));
  }

  /// {@return the names in the table that a path leads to, each once; `*` for those that a person
  /// chooses}
  List<String> below(List<String> path) {
    return all.stream()
        .filter(key -> key.parts().size() > path.size() && begins(key, path))
        .map(key -> key.parts().get(path.size()))
        .distinct()
        .toList();
  }

  /// {@return those with an option}
  public List<Key> withOption() {
    return all.stream().filter(Predicate.not(key -> key.option().isEmpty())).toList();
  }

  private static boolean begins(Key key, List<String> path) {
    List<String> parts = key.parts();
    for (int i = 0; i < path.size(); i++) {
      if (!parts.get(i).equals(ANY) && !parts.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
