package dev.hone.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  private static final Path SETTINGS = Path.of("/run/empty");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PODMAN | [cpuset cpu memory pids] | true
          PODMAN | [cpu pids]               | false
          PODMAN | []                       | false
          DOCKER | memory=true pids=true    | true
          DOCKER | memory=true pids=false   | false
          DOCKER | memory=false pids=true   | false
          """)
  void itsAnswerSaysWhetherItHoldsLimits(Engine engine, String answer, boolean holds) {
    assertThat(engine.holdsLimits(answer)).isEqualTo(holds);
  }

  @Test
  void theClientSeesOnlyWhatItNeedsOfTheEnvironment() {
    Map<String, String> environment =
        Map.of("HOME", "/home/a", "SECRET", "b", "CONTAINER_HOST", "tcp://c", "PATH", "/evil");

    assertThat(Client.start(Engine.PODMAN, "/usr/bin/podman", environment, SETTINGS))
        .containsExactly(
            "/usr/bin/env",
            "-i",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME=/home/a",
            "/usr/bin/podman",
            "--log-level=error");
    assertThat(Client.start(Engine.DOCKER, "/usr/bin/docker", environment, SETTINGS))
        .containsExactly(
            "/usr/bin/env",
            "-i",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "/usr/bin/docker",
            "--config",
            "/run/empty");
  }

  @Test
  void aSocketOfThisMachineIsTaken() {
    Map<String, String> environment = Map.of("DOCKER_HOST", "unix:///run/d.sock");

    assertThat(Client.start(Engine.DOCKER, "/usr/bin/docker", environment, SETTINGS))
        .endsWith("--host", "unix:///run/d.sock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://10.0.0.1:2375", "ssh://somebody@elsewhere"})
  void anEngineOnAnotherMachineIsRefused(String host) {
    Map<String, String> environment = Map.of("DOCKER_HOST", host);

    assertThatThrownBy(() -> Client.start(Engine.DOCKER, "/usr/bin/docker", environment, SETTINGS))
        .isInstanceOfSatisfying(
            SandboxException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.EXTERNAL))
        .hasMessageContaining(host)
        .hasMessageContaining("unset it");
  }

  @Test
  void aContainerIsRemovedAtOnce() {
    assertThat(Engine.PODMAN.removing("n")).isEqualTo(List.of("rm", "--force", "--time", "0", "n"));
    assertThat(Engine.DOCKER.removing("n")).isEqualTo(List.of("rm", "--force", "n"));
  }
}
