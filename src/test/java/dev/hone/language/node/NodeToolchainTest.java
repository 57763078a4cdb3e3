package dev.hone.language.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeToolchainTest {
  @Test
  void settingsForAllUsersBesideNodeAreNotShown(@TempDir Path folder) throws IOException {
    Path node = Files.createDirectory(folder.resolve("bin")).resolve("node");
    Files.writeString(node, "");
    Files.createDirectory(folder.resolve("lib"));
    Path secret = Files.createDirectory(folder.resolve("etc")).resolve("npmrc");

    assertThat(NodeToolchain.shown(node))
        .containsExactly(node, folder.resolve("lib"))
        .noneMatch(secret::startsWith);
  }
}
