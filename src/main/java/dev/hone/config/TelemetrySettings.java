package dev.hone.config;

import dev.hone.failure.UsageException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether spans and metrics are sent, and where, as the table `[telemetry]` and the variables of
/// OpenTelemetry set it. Those variables count only once telemetry is switched on.
public sealed interface TelemetrySettings {
  /// Nothing is sent.
  record Off() implements TelemetrySettings {}

  /// It is switched on, and nothing may be sent.
  record Offline() implements TelemetrySettings {}

  /// All is sent.
  ///
  /// @param traces where spans go
  /// @param metrics where metrics go
  /// @param headers what goes with every request, secrets among it
  /// @param resource what the sender says of itself, by the names of the conventions
  record On(URI traces, URI metrics, Map<String, String> headers, Map<String, String> resource)
      implements TelemetrySettings {
    /// Copies the maps.
    public On {
      headers = Map.copyOf(headers);
      resource = Map.copyOf(resource);
    }

    /// {@return where spans go; the headers hold secrets}
    @Override
    public String toString() {
      return "telemetry to " + traces;
    }
  }

  /// {@return what settings say of telemetry}
  ///
  /// @param settings the settings, and the environment with them
  /// @throws UsageException if what they say of a collector means nothing
  static TelemetrySettings of(Settings settings) {
    Map<String, String> environment = settings.environment();
    boolean disabled = variable(environment, "OTEL_SDK_DISABLED").equalsIgnoreCase("true");
    if (disabled || !isOn(settings, "telemetry.enabled")) {
      return new Off();
    }
    if (settings.fetchesNothing()) {
      return new Offline();
    }
    Optional<URI> own =
        settings
            .given("telemetry.endpoint")
            .map(setting -> Values.address(setting.filled(), setting.place()));
    Optional<Map<String, String>> headers =
        settings.given("telemetry.headers").map(setting -> headers(setting, environment));
    return new On(
        own.map(base -> below(base, "traces")).orElseGet(() -> standard(environment, "traces")),
        own.map(base -> below(base, "metrics")).orElseGet(() -> standard(environment, "metrics")),
        // the keys of one collector are not sent to another
        headers.orElse(
            own.isPresent() ? Map.of() : pairs(environment, "OTEL_EXPORTER_OTLP_HEADERS")),
        resource(environment));
  }

  private static boolean isOn(Settings settings, String key) {
    return settings.find(key).filter(Setting::truth).isPresent();
  }

  private static Map<String, String> headers(Setting setting, Map<String, String> environment) {
    Map<String, String> headers = new LinkedHashMap<>();
    setting
        .table()
        .forEach(
            (name, text) -> {
              String place = "%s in %s".formatted(name, setting.place());
              SecretLiterals.checkHeader(place, name, text);
              headers.put(name, value(place, text, environment));
            });
    return headers;
  }

  private static String value(String place, String text, Map<String, String> environment) {
    if (!text.startsWith("$")) {
      return text;
    }
    String value = variable(environment, text.substring(1));
    if (value.isEmpty()) {
      throw new UsageException(
          "%s names the variable %s, which is not set; set it, or take the header out"
              .formatted(place, text.substring(1)));
    }
    return value;
  }

  /// As the specification of OTLP exporters has it: the address of one signal is taken as it is,
  /// that of all has the signal's path behind it.
  private static URI standard(Map<String, String> environment, String signal) {
    String one = "OTEL_EXPORTER_OTLP_%s_ENDPOINT".formatted(signal.toUpperCase(Locale.ROOT));
    String all = "OTEL_EXPORTER_OTLP_ENDPOINT";
    if (!variable(environment, one).isEmpty()) {
      return Values.address(variable(environment, one), one);
    }
    String base = variable(environment, all);
    return below(
        base.isEmpty() ? URI.create("http://127.0.0.1:4318") : Values.address(base, all), signal);
  }

  private static URI below(URI base, String signal) {
    return URI.create(base + "/v1/" + signal);
  }

  private static Map<String, String> resource(Map<String, String> environment) {
    Map<String, String> resource = new LinkedHashMap<>(Map.of("service.name", "hone"));
    resource.putAll(pairs(environment, "OTEL_RESOURCE_ATTRIBUTES"));
    String name = variable(environment, "OTEL_SERVICE_NAME");
    if (!name.isEmpty()) {
      resource.put("service.name", name);
    }
    return resource;
  }

  // NAME=VALUE with commas between them, values as in addresses.
  private static Map<String, String> pairs(Map<String, String> environment, String variable) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : variable(environment, variable).split(",", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (!name.isEmpty()) {
        pairs.put(name, decoded(pair.substring(equals + 1).strip(), variable));
      } else if (!pair.isBlank()) {
        // not repeated: it may hold a key
        throw new UsageException(variable + " takes NAME=VALUE, several with commas between them");
      }
    }
    return pairs;
  }

  private static String decoded(String value, String variable) {
    try {
      // a plus is a plus here
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new UsageException(variable + " has a % that is followed by no two digits; write %25");
    }
  }

  private static String variable(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
