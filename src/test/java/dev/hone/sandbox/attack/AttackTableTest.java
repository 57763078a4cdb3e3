package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of attacks, and the page about the sandbox held against it.
class AttackTableTest {
  private static final Set<String> MODES =
      Set.of(
          "bubblewrap-root",
          "bubblewrap-user",
          "unshare-root",
          "unshare-user",
          "landlock",
          "landlock-user",
          "container-podman",
          "container-docker");

  @Test
  void everyLineIsWhole() {
    List<Attack> all = Attack.all();

    assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    assertThat(all).extracting(Attack::number).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(
            attack -> {
              assertThat(attack.file()).startsWith(attack.number() + "-");
              assertThat(attack.text()).contains(attack.ends().equals("tried") ? "tried" : "begun");
              assertThat(attack.ends()).isIn("tried", "contained");
              assertThat(attack.allowed().wall()).isPositive();
              assertThat(attack.containedBy()).isNotBlank();
              assertThat(attack.known().keySet()).isSubsetOf(MODES);
            });
  }

  @Test
  void everyTextIsInTheTable() throws IOException {
    Path folder = Path.of("src", "test", "resources", "dev", "hone", "sandbox", "attacks");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(p -> p.getFileName().toString()).filter(n -> n.matches("\\d\\d-.*")))
          .containsExactlyInAnyOrderElementsOf(Attack.all().stream().map(Attack::file).toList());
    }
  }

  @Test
  void thePageHasTheTable() throws IOException {
    assertThat(Files.readString(Path.of("docs", "sandbox.md"))).contains(table());
  }

  private static String table() {
    Stream<String> head =
        Stream.of(
            "| # | attack | after | what contains it | known not to hold |",
            "|---|---|---|---|---|");
    return Stream.concat(head, Attack.all().stream().map(AttackTableTest::row))
        .collect(Collectors.joining("\n"));
  }

  private static String row(Attack attack) {
    String name = attack.file().substring(3);
    // The same reason is said once for all its modes.
    Map<String, String> modes =
        attack.known().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    TreeMap::new,
                    Collectors.mapping(
                        Map.Entry::getKey,
                        Collectors.collectingAndThen(
                            Collectors.toList(),
                            list -> list.stream().sorted().collect(Collectors.joining(", "))))));
    String known =
        modes.entrySet().stream()
            .map(each -> each.getValue() + ": " + each.getKey())
            .collect(Collectors.joining("; "));
    return "| %s | `%s` | %s | %s | %s |"
        .formatted(attack.number(), name, attack.kind(), attack.containedBy(), known);
  }
}
