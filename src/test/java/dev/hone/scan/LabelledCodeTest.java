package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Snippets with the rule that must find them, and harmless ones that look alike.
class LabelledCodeTest {
  private final Scanner scanner = new Scanner();

  @TestFactory
  Stream<DynamicTest> pythonIsJudgedAsItsLabelsSay() throws IOException {
    return judged(LanguageId.PYTHON);
  }

  @TestFactory
  Stream<DynamicTest> javaScriptIsJudgedAsItsLabelsSay() throws IOException {
    return judged(LanguageId.JAVASCRIPT);
  }

  private Stream<DynamicTest> judged(LanguageId language) throws IOException {
    return Stream.of(resource(language.id() + ".txt").split("(?m)^=== ", -1))
        .filter(snippet -> !snippet.isBlank())
        .map(snippet -> DynamicTest.dynamicTest(snippet, () -> judge(language, snippet)));
  }

  private void judge(LanguageId language, String snippet) {
    int line = snippet.indexOf('\n');
    String label = snippet.substring(0, line);
    SourceFile file = new SourceFile("solution", snippet.substring(line + 1));
    List<Finding> found = scanner.scan(language, List.of(file), Set.of());
    if (label.equals("harmless")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).extracting(Finding::rule).contains(label);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LabelledCodeTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
