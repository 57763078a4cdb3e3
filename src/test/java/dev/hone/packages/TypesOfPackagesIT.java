package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.PackageFetch;
import dev.hone.language.node.NodeToolchain;
import dev.hone.language.runner.Scripts;
import dev.hone.sandbox.registry.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A script of this test stands in for npm. As npm does, it leaves only what it is asked for.
class TypesOfPackagesIT {
  private static final String NPM =
      """
      const fs = require('node:fs');
      const names = process.argv.slice(process.argv.indexOf('--') + 1);
      if (names.includes('@types/rare')) process.exit(1);
      fs.rmSync('node_modules', { recursive: true, force: true });
      for (const name of names) {
        fs.mkdirSync('node_modules/' + name, { recursive: true });
        fs.writeFileSync('node_modules/' + name + '/package.json', '{"version": "1.0.0"}');
      }
      """;

  @TempDir Path folder;

  @Test
  void eachPackageWithoutTypesGetsThoseThatThereAre() throws Exception {
    Path npm = Files.writeString(folder.resolve("npm.js"), NPM);
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Scripts scripts = new Scripts(folder, "node", List.of("fetch.cjs"));
    scripts.write();
    String node = new NodeToolchain(folder).installed().program().toString();
    String fetch = scripts.folder().resolve("fetch.cjs").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(node, fetch, npm.toString(), "types", "--", "first", "rare", "second"));
    try (Delivery delivery =
        new Delivery(folder.resolve("s"), "mark", taken, Delivery.packages())) {
      builder.environment().put(PackageFetch.REGISTRY, folder.resolve("none").toString());
      builder.environment().put(PackageFetch.DELIVERY, folder.resolve("s").toString());
      assertThat(ended(builder.inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE)))
          .isEqualTo(0);
      assertThat(delivery.delivered()).isPresent();
    }

    assertThat(taken.resolve("node_modules/@types"))
        .isDirectoryContaining("glob:**/first")
        .isDirectoryContaining("glob:**/second")
        .isDirectoryNotContaining("glob:**/rare");
    assertThat(taken.resolve("node_modules/rare/package.json")).exists();
  }

  private static int ended(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    try (var input = process.getOutputStream()) {
      input.write("mark\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
