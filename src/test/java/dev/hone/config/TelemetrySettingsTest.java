package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.config.TelemetrySettings.Off;
import dev.hone.config.TelemetrySettings.Offline;
import dev.hone.config.TelemetrySettings.On;
import dev.hone.failure.UsageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetrySettingsTest {
  private static final Map<String, String> NAMED = Map.of("service.name", "hone");

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void theVariablesOfOpenTelemetryDoNotSwitchItOn() throws IOException {
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");
    environment.put("HONE_TELEMETRY_ENDPOINT", "http://collector:4318");

    assertThat(read("")).isEqualTo(new Off());
  }

  @Test
  void switchedOnItGoesToThisMachine() throws IOException {
    On usual = on("http://127.0.0.1:4318", Map.of());

    assertThat(read("telemetry.enabled = true\n")).isEqualTo(usual);
    environment.put("HONE_TELEMETRY", "1");
    assertThat(read("")).isEqualTo(usual);
  }

  @Test
  void theVariablesOfOpenTelemetryCountOnceItIsOn() throws IOException {
    environment.put("HONE_TELEMETRY", "1");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "https://collector.example/otlp/");
    environment.put("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "https://other.example/m");
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%20b+c, x-team=blue");
    environment.put("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=ci");
    environment.put("OTEL_SERVICE_NAME", "hone-of-ada");

    assertThat(read(""))
        .isEqualTo(
            new On(
                URI.create("https://collector.example/otlp/v1/traces"),
                URI.create("https://other.example/m"),
                Map.of("api-key", "a b+c", "x-team", "blue"),
                Map.of("service.name", "hone-of-ada", "deployment.environment.name", "ci")));
    environment.put("OTEL_SDK_DISABLED", "true");
    assertThat(read("")).isEqualTo(new Off());
  }

  @Test
  void theKeysOfOneCollectorAreNotSentToAnother() throws IOException {
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=planted");
    environment.put("TEAM_KEY", "planted-too");

    assertThat(read("[telemetry]\nenabled = true\nendpoint = \"https://own.example\"\n"))
        .isEqualTo(on("https://own.example", Map.of()));
    assertThat(
            read(
                """
                [telemetry]
                enabled = true
                endpoint = "https://own.example"
                headers = { Authorization = "$TEAM_KEY", X-Team = "blue" }
                """))
        .isEqualTo(
            on("https://own.example", Map.of("Authorization", "planted-too", "X-Team", "blue")));
  }

  @Test
  void offlineNothingIsSent() throws IOException {
    environment.put("HONE_TELEMETRY", "1");
    environment.put("HONE_OFFLINE", "1");

    assertThat(read("")).isEqualTo(new Offline());
  }

  @Test
  void whatIsPrintedHoldsNoHeader() throws IOException {
    environment.put("HONE_TELEMETRY", "1");
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=planted");

    assertThat(read("").toString()).doesNotContain("planted");
  }

  @Test
  void ofHeadersOnlyTheirNamesAreShown() throws IOException {
    environment.put("TEAM_KEY", "planted");
    Settings settings =
        settings("telemetry.headers = { X-Gate = \"$TEAM_KEY\", X-Team = \"blue\" }\n");

    assertThat(ShownSettings.of(settings))
        .filteredOn(shown -> shown.name().equals("telemetry.headers"))
        .extracting(ShownSetting::value)
        .containsExactly("X-Gate set, X-Team set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "endpoint = \"collector:4318\"",
        "endpoint = \"https://me:planted@host\"",
        "endpoint = \"https://host/?key=planted\"",
        "headers = { Authorization = \"planted\" }",
        "headers = { X-Gate = \"$NOT_SET\" }",
        "headers = [\"X-Gate=planted\"]"
      })
  void whatMeansNothingIsRefusedAndNotRepeated(String line) {
    assertThatThrownBy(() -> read("[telemetry]\nenabled = true\n" + line + "\n"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("telemetry")
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_EXPORTER_OTLP_HEADERS,planted",
    "OTEL_EXPORTER_OTLP_HEADERS,a=planted%2",
    "OTEL_EXPORTER_OTLP_ENDPOINT,planted",
    "OTEL_RESOURCE_ATTRIBUTES,=planted"
  })
  void aVariableThatMeansNothingIsNamedAndNotRepeated(String name, String value) {
    environment.put("HONE_TELEMETRY", "1");
    environment.put(name, value);

    assertThatThrownBy(() -> read(""))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(name)
        .hasMessageNotContaining("planted");
  }

  private static On on(String base, Map<String, String> headers) {
    return new On(
        URI.create(base + "/v1/traces"), URI.create(base + "/v1/metrics"), headers, NAMED);
  }

  private TelemetrySettings read(String file) throws IOException {
    return TelemetrySettings.of(settings(file));
  }

  private Settings settings(String file) throws IOException {
    Path user = Files.writeString(folder.resolve("config.toml"), file);
    return Settings.read(new SettingsSources(user, List.of(), environment, Map.of()));
  }
}
