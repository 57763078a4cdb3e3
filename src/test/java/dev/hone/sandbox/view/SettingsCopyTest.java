package dev.hone.sandbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCopyTest {
  @TempDir Path temp;
  private Path from;
  private Path to;
  private SettingsCopy copy;

  @BeforeEach
  void makeTheFolders() throws Exception {
    from = Files.createDirectories(temp.resolve("etc"));
    to = Files.createDirectory(temp.resolve("copy"));
    copy = new SettingsCopy(from, to);
  }

  @Test
  void aFileComesWithTheFoldersOnItsWayAndThoseAreOpen() throws Exception {
    Files.createDirectories(from.resolve("ssl/private"));
    Path settings = Files.writeString(from.resolve("ssl/openssl.cnf"), "settings");
    Files.writeString(from.resolve("ssl/private/key"), "a key");

    copy.add(settings);

    assertThat(to.resolve("ssl/openssl.cnf")).hasContent("settings");
    assertThat(to.resolve("ssl/private")).doesNotExist();
    assertThat(rights(to.resolve("ssl"))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aLinkIsFollowedAndThoseInAFolderStayLinks() throws Exception {
    Path zone = Files.writeString(temp.resolve("UTC"), "a zone");
    Files.createSymbolicLink(from.resolve("localtime"), zone);
    Path alternatives = Files.createDirectory(from.resolve("alternatives"));
    Files.createSymbolicLink(alternatives.resolve("cc"), Path.of("/usr/bin/gcc"));

    copy.add(from.resolve("localtime"));
    copy.add(alternatives);

    assertThat(to.resolve("localtime")).hasContent("a zone");
    assertThat(Files.isSymbolicLink(to.resolve("localtime"))).isFalse();
    assertThat(Files.readSymbolicLink(to.resolve("alternatives/cc")))
        .isEqualTo(Path.of("/usr/bin/gcc"));
  }

  @Test
  void whatIsClosedStaysClosed() throws Exception {
    Path java = Files.createDirectories(from.resolve("java-25"));
    closed(Files.writeString(java.resolve("passwords"), "secret"), "rw-------");
    Files.writeString(Files.createDirectory(java.resolve("own")).resolve("notes"), "more");
    closed(java.resolve("own"), "rwx------");

    copy.add(java);

    assertThat(rights(to.resolve("java-25/passwords"))).isEqualTo("rw-------");
    assertThat(rights(to.resolve("java-25/own"))).isEqualTo("rwx------");
  }

  @Test
  void aPlaceForAnotherFileIsEmpty() {
    copy.addEmpty(from.resolve("passwd"));

    assertThat(to.resolve("passwd")).isEmptyFile();
  }

  private static void closed(Path path, String rights) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }
}
