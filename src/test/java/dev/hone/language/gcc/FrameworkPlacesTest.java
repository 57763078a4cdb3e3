package dev.hone.language.gcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkPlacesTest {
  @TempDir private Path folder;

  @Test
  void foldersThatAreThereBecomeWordsOfTheCompilerAndTheLinker() throws IOException {
    Path headers = Files.createDirectories(folder.resolve("include"));
    Path unity = Files.createDirectories(headers.resolve("unity"));
    Files.createFile(unity.resolve("unity.h"));
    Path libraries = Files.createDirectories(folder.resolve("lib"));

    FrameworkPlaces places =
        FrameworkPlaces.of(
            List.of("-I" + headers, "-I" + folder + "/none", "-L" + libraries, "-pthread", ""));

    assertThat(places.flags())
        .startsWith("-idirafter", headers.toString())
        .contains(unity.toString());
    assertThat(places.links()).containsExactly("-L" + libraries, "-Wl,-rpath," + libraries);
    assertThat(places.outside()).contains(headers, libraries);
  }
}
