package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Snippets with the rule that must find them, and harmless ones that look alike. A label may name
/// the file that the snippet stands in.
class LabelledCodeTest {
  private static final int FEWEST = 60;

  private final Scanner scanner = new Scanner();

  @TestFactory
  Stream<DynamicContainer> codeIsJudgedAsItsLabelSays() {
    return Arrays.stream(LanguageId.values())
        .map(
            language ->
                DynamicContainer.dynamicContainer(
                    language.id(),
                    snippets(language)
                        .map(each -> DynamicTest.dynamicTest(each, () -> judge(language, each)))));
  }

  @TestFactory
  Stream<DynamicTest> aSetIsLargeAndHalfOfItLooksAlike() {
    return Arrays.stream(LanguageId.values())
        .map(language -> DynamicTest.dynamicTest(language.id(), () -> isBalanced(language)));
  }

  private void isBalanced(LanguageId language) {
    List<String> all = snippets(language).toList();
    long harmless = all.stream().filter(each -> each.startsWith("harmless")).count();

    assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST).doesNotHaveDuplicates();
    assertThat(harmless).isBetween(all.size() / 3L, all.size() * 2L / 3);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHasASnippet() {
    return scanner.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.language().id() + " " + rule.id(),
                    () ->
                        assertThat(snippets(rule.language()))
                            .anyMatch(each -> each.startsWith(rule.id()))));
  }

  private void judge(LanguageId language, String snippet) {
    int end = snippet.indexOf('\n');
    String[] label = snippet.substring(0, end).split(" ", 2);
    String path = label.length > 1 ? label[1] : Example.ANY;
    List<SourceFile> files = List.of(new SourceFile(path, snippet.substring(end + 1)));
    List<Finding> found = scanner.scan(language, files, Set.of());
    if (label[0].equals("harmless")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).extracting(Finding::rule).contains(label[0]);
    }
  }

  private static Stream<String> snippets(LanguageId language) {
    String name = language.id() + ".txt";
    try (InputStream in = LabelledCodeTest.class.getResourceAsStream(name)) {
      String all =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^=== ", -1)).filter(snippet -> !snippet.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
