package dev.hone.language.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.runner.UsualRegistries;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CargoSettingsTest {
  @Test
  void withoutSettingsCratesComeFromTheUsualRegistry() {
    assertThat(CargoSettings.of(""))
        .isEqualTo(new CargoSettings("", Set.copyOf(UsualRegistries.of("cargo")), List.of(), ""));
  }

  @Test
  void aMirrorStandsInForTheUsualRegistryAndTokensStayOutside() {
    CargoSettings settings =
        CargoSettings.of(
            """
            [source.crates-io]
            replace-with = "mirror"  # nearer

            [source.mirror]
            registry = 'sparse+https://mirror.example/index/'

            [registries.mirror]
            token = "secret"

            [http]
            cainfo = "/etc/own.pem"
            """);

    assertThat(settings)
        .isEqualTo(
            new CargoSettings(
                """
                [source."crates-io"]
                replace-with = 'mirror'
                [source."mirror"]
                registry = 'sparse+https://mirror.example/index/'
                """,
                Set.of("mirror.example:443"),
                List.of(),
                "/etc/own.pem"));
  }

  @Test
  void theUsualRegistryMayBeReplacedByOneOfTheRegistries() {
    CargoSettings settings =
        CargoSettings.of(
            """
            [source.crates-io]
            replace-with = "own"
            [registries.own]
            index = "sparse+https://own.example/index/"
            token = "secret"
            """);

    assertThat(settings.hosts()).containsExactly("own.example:443");
    assertThat(settings.text())
        .contains("[source.\"own\"]\nregistry = 'sparse+https://own.example/index/'\n")
        .doesNotContain("secret");
  }

  @Test
  void aFolderOfCratesNeedsNoHost() {
    CargoSettings settings =
        CargoSettings.of(
            """
            [source.crates-io]
            replace-with = "here"
            [source.here]
            directory = "/srv/crates"
            """);

    assertThat(settings.hosts()).isEmpty();
    assertThat(settings.folders()).containsExactly(Path.of("/srv/crates"));
  }
}
