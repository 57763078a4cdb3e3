package dev.hone.language.java.runner;

import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// Compiles and tests a class of Hone's own, in memory, and tells nobody: what the compiler and
/// JUnit load and translate for it is there for the code that comes.
final class Rehearsal {
  /// More of them are of no further use.
  static final int TIMES = 3;

  private static final String NAME = "HoneRehearsal.java";

  private static final String TEXT =
      """
      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertThrows;
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import java.util.ArrayList;
      import java.util.Collections;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.stream.Collectors;
      import org.junit.jupiter.api.BeforeEach;
      import org.junit.jupiter.api.Test;

      class HoneRehearsal {
        record Entry(String name, int count) {}

        private final List<Entry> entries = new ArrayList<>();

        @BeforeEach
        void fill() {
          for (String word : "b a b".split(" ")) {
            entries.add(new Entry(word, word.length()));
          }
        }

        static int first(List<Integer> values) {
          if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no value");
          }
          return values.get(0);
        }

        @Test
        void counts() {
          Map<String, Integer> counts = new HashMap<>();
          entries.forEach(entry -> counts.merge(entry.name(), entry.count(), Integer::sum));
          assertEquals(Map.of("a", 1, "b", 2), counts);
        }

        @Test
        void sorts() {
          List<String> names =
              entries.stream().map(Entry::name).distinct().sorted().collect(Collectors.toList());
          assertEquals(List.of("a", "b"), names);
          Collections.reverse(names);
          assertEquals("b, a", String.join(", ", names));
        }

        @Test
        void refuses() {
          assertThrows(IllegalArgumentException.class, () -> first(List.of()));
          assertTrue(first(List.of(1, 2)) == 1, "the first");
        }
      }
      """;

  private Rehearsal() {}

  static void hold() {
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("rehearsal:///" + NAME), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return TEXT;
          }
        };
    Report report = new Report(line -> {});
    TestRun.of(Compilation.of(List.of(source)), List.of(source.getName()), report);
  }
}
