package dev.hone;

import dev.hone.Check.State;
import dev.hone.config.Folders;
import dev.hone.config.ModelSettings;
import dev.hone.config.SandboxSettings;
import dev.hone.config.Settings;
import dev.hone.config.TelemetrySettings;
import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.Languages;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.model.remote.Provider;
import dev.hone.runlog.LogStatus;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunLogException;
import dev.hone.sandbox.Choice;
import dev.hone.sandbox.ProbeResult;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at everything that Hone needs on a machine.
final class Doctor {
  private static final String ASKED = " (used only with --sandbox container)";

  private final Folders folders;
  private final Languages languages;
  private final Models models;
  private final Sandboxes sandboxes;
  private final Settings settings;
  private final Supplier<RunLog> log;

  /// Makes a doctor.
  ///
  /// @param log opens the run log
  Doctor(
      Settings settings,
      Languages languages,
      Models models,
      Sandboxes sandboxes,
      Supplier<RunLog> log) {
    this.settings = settings;
    this.folders = Hone.folders(settings);
    this.languages = languages;
    this.models = models;
    this.sandboxes = sandboxes;
    this.log = log;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("java", State.WORKS, Runtime.version().toString(), ""));
    checks.addAll(sandbox());
    checks.add(fetched("engine", "npm package " + models.engineVersion(), models.engine()));
    checks.add(fetched("model", "the default model", models.defaultModel()));
    checks.addAll(providers());
    languages.all().stream().map(Doctor::language).forEach(checks::add);
    checks.add(folder("cache", folders.cache()));
    checks.add(folder("data", folders.data()));
    checks.add(runLog());
    checks.add(telemetry());
    return checks;
  }

  // A server may be out of reach, and a file of another user's or damaged.
  private Check runLog() {
    try (RunLog opened = log.get()) {
      LogStatus status = opened.status();
      int runs = status.counts().runs();
      String found =
          "%s, %d %s".formatted(status.place().words(), runs, runs == 1 ? "run" : "runs");
      return new Check("run log", State.WORKS, found, "");
    } catch (RunLogException | UsageException e) {
      return new Check("run log", State.MISSING, "", String.valueOf(e.getMessage()));
    }
  }

  // Nobody is asked: this says where things would go.
  private Check telemetry() {
    String name = "telemetry";
    try {
      return switch (TelemetrySettings.of(settings)) {
        case TelemetrySettings.Off _ ->
            new Check(name, State.ABSENT, "off", "HONE_TELEMETRY=1 switches it on");
        case TelemetrySettings.Offline _ ->
            new Check(name, State.ABSENT, "on, and nothing is sent while offline", "");
        case TelemetrySettings.On on ->
            new Check(name, State.SET, "%s, %s".formatted(on.traces(), on.metrics()), "");
      };
    } catch (UsageException e) {
      return new Check(name, State.MISSING, "", String.valueOf(e.getMessage()));
    }
  }

  private List<Check> sandbox() {
    List<Check> checks = new ArrayList<>();
    String mode = SandboxSettings.of(settings).mode();
    try {
      checks.add(
          new Check("sandbox", State.WORKS, sandboxes.choose(Choice.usual(), mode).mode(), ""));
    } catch (SandboxException e) {
      checks.add(new Check("sandbox", State.MISSING, "none", String.valueOf(e.getMessage())));
    }
    for (ProbeResult probe : sandboxes.probe()) {
      State state = probe.works() ? State.WORKS : State.ABSENT;
      checks.add(new Check("  " + probe.mode(), state, probe.reason() + probe.means(), ""));
    }
    for (ProbeResult probe : sandboxes.probeAsked()) {
      State state = probe.works() ? State.WORKS : State.ABSENT;
      String found = probe.reason() + probe.means() + ASKED;
      checks.add(new Check("  " + probe.mode(), state, found, ""));
    }
    return checks;
  }

  // Nobody is asked and no key is fetched: this says what is set, not whether it is right.
  private List<Check> providers() {
    ModelSettings set = ModelSettings.of(settings);
    return set.providers().all().stream()
        .map(provider -> provider(provider, set.keys().providers().contains(provider.name())))
        .toList();
  }

  private Check provider(Provider provider, boolean fetched) {
    String name = "  " + provider.name();
    String host = provider.url().getAuthority();
    List<String> variables = provider.key().variables();
    Optional<String> variable =
        variables.stream()
            .filter(one -> !settings.environment().getOrDefault(one, "").isBlank())
            .findFirst();
    if (variable.isPresent()) {
      return new Check(name, State.SET, "%s, key in %s".formatted(host, variable.get()), "");
    }
    if (fetched) {
      return new Check(name, State.SET, host + ", key fetched by a command", "");
    }
    if (!provider.key().required()) {
      return new Check(name, State.SET, host + ", no key needed", "");
    }
    return new Check(
        name, State.ABSENT, host + ", no key", "to use it, set " + String.join(" or ", variables));
  }

  // A download that is still to come keeps nobody from working.
  private static Check fetched(String name, String what, Optional<Path> file) {
    return file.map(path -> new Check(name, State.WORKS, path.toString(), ""))
        .orElseGet(
            () ->
                new Check(
                    name, State.ABSENT, what + ", not fetched yet", "the first run fetches it"));
  }

  private static Check language(Language language) {
    String name = language.id().id();
    try {
      Toolchain toolchain = language.installed();
      String found = "%s (%s)".formatted(toolchain.version(), toolchain.program());
      String firstUse =
          language.firstUse().map(words -> "the first use " + words + ", once").orElse("");
      return new Check(name, State.WORKS, found, firstUse);
    } catch (ToolchainException e) {
      return new Check(name, State.MISSING, "", String.valueOf(e.getMessage()));
    }
  }

  private static Check folder(String name, Path folder) {
    try {
      return new Check(name, State.WORKS, Folders.make(folder).toString(), "");
    } catch (UsageException e) {
      return new Check(name, State.MISSING, "", String.valueOf(e.getMessage()));
    }
  }
}
