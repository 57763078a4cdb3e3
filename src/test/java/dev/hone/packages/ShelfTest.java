package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.PackageName;
import dev.hone.language.PlainLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final List<PackageName> NAMES = PackageName.list("shape");

  @TempDir Path cache;

  /// The folders are closed for writing, and JUnit removes only what it can open.
  @AfterEach
  void openWhatWasKept() throws IOException {
    new PackageShop(cache).open();
  }

  @Test
  void whatAnotherProgramFetchedIsAskedForAgain() throws IOException {
    Path content = keep(shelf("first"));

    assertThat(shelf("first").find(NAMES))
        .hasValueSatisfying(found -> assertThat(found.folder()).isEqualTo(content));
    assertThat(shelf("second").find(NAMES)).isEmpty();
  }

  @Test
  void aListThatIsEmptyIsNone() throws IOException {
    Path content = keep(shelf("first"));
    try (Stream<Path> files = Files.list(content.resolveSibling("."))) {
      for (Path list : files.filter(file -> file.toString().endsWith(".list")).toList()) {
        Files.writeString(list, "");
      }
    }

    assertThat(shelf("first").find(NAMES)).isEmpty();
  }

  @Test
  void whatAKilledHoneLeftIsRemovedAndWhatIsBeingFilledIsNot() throws IOException {
    Path left = shelf("first").part();
    Path filled = shelf("first").part();
    Files.writeString(left.resolve("a"), "");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    Path link = left.resolveSibling(".part-link");
    Files.createSymbolicLink(link, cache);

    Path part = shelf("first").part();

    assertThat(left).doesNotExist();
    assertThat(List.of(filled, part, link)).allMatch(Files::exists);
  }

  private Shelf shelf(String edition) {
    return new Shelf(cache, new PlainLanguage(), edition);
  }

  private static Path keep(Shelf shelf) throws IOException {
    Path part = shelf.part();
    Files.writeString(part.resolve("a"), "");
    return shelf.keep(NAMES, part, new Shelf.Kept("hash", List.of("resolved 1"))).folder();
  }
}
