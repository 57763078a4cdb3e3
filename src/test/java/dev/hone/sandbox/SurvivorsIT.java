package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fork bombs and daemons, a hundred runs in all. `bench/survivors` makes thousands and times them.
class SurvivorsIT {
  private static final int RUNS = 20;
  private static final Sandboxes ALL = new Sandboxes();

  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-root", "unshare-root", "landlock"})
  void nothingOutlivesItsLimit(String mode) throws Exception {
    ProbeResult result =
        ALL.probe().stream().filter(r -> r.mode().equals(mode)).findFirst().orElseThrow();
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();

    assertThat(Survivors.of(ALL.named(mode), RUNS).survivors()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-user", "unshare-user", "landlock"})
  void nothingOfAnOrdinaryUserOutlivesItsLimit(String mode, @TempDir Path folder) throws Exception {
    Process process =
        new OrdinaryUser(folder)
            .java(Survivors.class.getName(), List.of(Integer.toString(RUNS), mode))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assumeThat(output).as(output).doesNotContain("does not work here");
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("\"runs\": %d, \"survivors\": 0".formatted(RUNS));
  }
}
