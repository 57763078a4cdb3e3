package dev.hone.language.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A script of these tests stands in for cargo.
class CargoFetchTest {
  @TempDir Path folder;

  @Test
  void anOlderVersionGetsTheFeaturesThatItHasItself() throws Exception {
    Found found =
        found(
            "shape@1.0.0",
            """
            add:shape) printf '      Features:\\n      - derive\\n      - full\\n' >&2 ;;
            add:shape@=1.0.0) printf '      Features:\\n      - full\\n' >&2 ;;
            """);

    assertThat(manifest(found)).endsWith("shape = { version = \"=1.0.0\", features = [\"full\"] }");
  }

  @Test
  void whereThereAreTooManyFeaturesToListEachIsTried() throws Exception {
    Found found =
        found(
            "shape",
            """
            add:shape)
              case "$*" in
                *full) exit 1 ;;
                *derive) ;;
                *) printf '      Features:\\n      36 deactivated features\\n' >&2 ;;
              esac ;;
            """);

    assertThat(manifest(found)).endsWith("shape = { version = \"*\", features = [\"derive\"] }");
  }

  @Test
  void aLibraryHasTheNameThatItsManifestGives() throws Exception {
    Found found =
        found(
            "md-5",
            """
            add:md-5) ;;
            fetch:*)
              printf 'name = "md-5"\\nversion = "0.10.6"\\n' >Cargo.lock
              mkdir -p "$CARGO_HOME/registry/src/own/md-5-0.10.6"
              printf '[package]\\nname = "md-5"\\n\\n[lib]\\npath = "src/lib.rs"\\nname = "md5"\\n' \
                >"$CARGO_HOME/registry/src/own/md-5-0.10.6/Cargo.toml" ;;
            """);

    assertThat(found.lines()).containsExactly("resolved md-5 0.10.6 md5");
    assertThat(CargoFetch.dependencies(manifest(found))).containsExactly("md-5");
    assertThat(found.files().keySet()).noneMatch(path -> path.contains("registry/src"));
  }

  @Test
  void cratesInAFolderOfThisMachineNeedNoRegistry() throws Exception {
    Found found = found("my-shape", "add:my-shape) ;;\n");

    assertThat(found.lines()).containsExactly("resolved my-shape 1.2.3 my_shape");
    assertThat(found.files()).containsOnlyKeys("Cargo.toml", "Cargo.lock", "home/config.toml");
  }

  private static String manifest(Found found) throws IOException {
    return Files.readString(found.files().get("Cargo.toml")).strip();
  }

  private Found found(String wanted, String cases) throws IOException, InterruptedException {
    Path cargo = folder.resolve("cargo");
    String name = wanted.split("@", -1)[0];
    Files.writeString(
        cargo,
        """
        #!/bin/sh
        case $1:$2 in
        %s
        fetch:*) printf 'name = "%s"\\nversion = "1.2.3"\\n' >Cargo.lock ;;
        esac
        """
            .formatted(cases, name));
    Files.setPosixFilePermissions(cargo, PosixFilePermissions.fromString("rwx------"));
    return new CargoFetch(List.of(cargo.toString(), "machine", wanted)).found(1);
  }
}
