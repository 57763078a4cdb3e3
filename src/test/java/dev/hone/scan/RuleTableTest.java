package dev.hone.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page about the scan, held against the rules.
class RuleTableTest {
  @Test
  void thePageHasTheTableOfRules() throws IOException {
    String page = Files.readString(Path.of("docs", "scan.md"));

    assertThat(page)
        .contains(Arrays.stream(LanguageId.values()).map(RuleTableTest::table).toList());
  }

  private static String table(LanguageId language) {
    Stream<String> head =
        Stream.of("| rule | severity | why | found, for example |", "|---|---|---|---|");
    Stream<String> rows =
        new Scanner()
            .rules().stream().filter(rule -> rule.language() == language).map(RuleTableTest::row);
    return Stream.concat(head, rows).collect(Collectors.joining("\n"));
  }

  private static String row(Rule rule) {
    String example = rule.objectionable().getFirst().line().replace("|", "\\|");
    return "| `%s` | %s | %s | `%s` |"
        .formatted(rule.id(), rule.severity().id(), rule.why(), example);
  }
}
