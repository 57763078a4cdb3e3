package dev.hone.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.view.Entry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmountsTest {
  private final Submounts mounts =
      Submounts.of(
          List.of(
              "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
              "30 22 0:40 / /usr/local/my\\040tools rw,relatime - tmpfs none rw",
              "31 22 0:41 / /usr/local rw,relatime - tmpfs none rw",
              "32 22 0:42 / /usrx rw,relatime - tmpfs none rw",
              "no mount"));

  @Test
  void whatIsMountedBelowAFolderIsBoundAfterIt() {
    assertThat(mounts.added(List.of(bind("/usr", "/usr"), bind("/srv", "/srv"))))
        .containsExactly(
            bind("/usr", "/usr"),
            bind("/usr/local", "/usr/local"),
            bind("/usr/local/my tools", "/usr/local/my tools"),
            bind("/srv", "/srv"));
  }

  @Test
  void whereTheFolderIsElsewhereInTheBoxThatIsTooByALinkAsWell() {
    Entry link = new Entry.Link(Path.of("usr/local"), Path.of("/tools"));

    assertThat(mounts.added(List.of(bind("/usr/local", "/opt"), link)))
        .containsExactly(
            bind("/usr/local", "/opt"),
            bind("/usr/local/my tools", "/opt/my tools"),
            link,
            bind("/usr/local/my tools", "/tools/my tools"));
  }

  private static Entry bind(String source, String at) {
    return new Entry.Bind(Path.of(source), Path.of(at));
  }
}
