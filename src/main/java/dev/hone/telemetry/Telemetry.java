package dev.hone.telemetry;

import dev.hone.config.Settings;
import dev.hone.config.TelemetrySettings;
import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Result;
import dev.hone.verdict.Judge;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Measures models, judges and runs where a person has switched that on; else it leaves them as
/// they are. No failure to send keeps anything from being done: it is told in one line. Safe for
/// use by several threads.
public final class Telemetry implements AutoCloseable {
  /// What spans and metrics name as their source.
  static final String SCOPE = "dev.hone";

  private final Settings settings;
  private final String version;
  private final Progress progress;
  private boolean begun;
  private @Nullable Pipeline pipeline;

  /// A run.
  @FunctionalInterface
  public interface Run {
    /// {@return what it came to}
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    Result run() throws InterruptedException;
  }

  /// Makes telemetry; nothing is read or loaded until something is to be measured.
  ///
  /// @param settings say whether and where
  /// @param version the version of Hone
  /// @param progress hears in a line what could not be sent
  public Telemetry(Settings settings, String version, Progress progress) {
    this.settings = settings;
    this.version = version;
    this.progress = progress;
  }

  /// {@return the model, measured where telemetry is on}
  ///
  /// @param model the model; closing what is returned closes it
  /// @param place where it is asked
  /// @throws UsageException if settings name a collector that cannot be
  public LanguageModel watched(LanguageModel model, ModelPlace place) {
    return pipeline()
        .<LanguageModel>map(
            to -> new WatchedModel(model, place, new Calls(to.telemetry()), this::tell))
        .orElse(model);
  }

  /// {@return the judge, measured where telemetry is on}
  ///
  /// @param judge the judge
  /// @throws UsageException if settings name a collector that cannot be
  public Judge watched(Judge judge) {
    return pipeline()
        .map(to -> judge.watchedBy(new Judgings(to.telemetry(), judge.sandboxMode())))
        .orElse(judge);
  }

  /// {@return what a run came to} It is measured where telemetry is on.
  ///
  /// @param run the run, which works on the calling thread
  /// @throws UsageException if settings name a collector that cannot be
  /// @throws InterruptedException if the calling thread was interrupted
  public Result measured(Run run) throws InterruptedException {
    Optional<Pipeline> to = pipeline();
    return to.isEmpty() ? run.run() : new Runs(to.get().telemetry(), version).measured(run);
  }

  private synchronized Optional<Pipeline> pipeline() {
    if (!begun) {
      begun = true;
      pipeline = open();
    }
    return Optional.ofNullable(pipeline);
  }

  private @Nullable Pipeline open() {
    return switch (TelemetrySettings.of(settings)) {
      case TelemetrySettings.Off _ -> null;
      case TelemetrySettings.Offline _ -> {
        progress.report(
            new Event.Stage("telemetry: nothing is sent, since offline opens no connection"));
        yield null;
      }
      case TelemetrySettings.On on -> Pipeline.open(on, version, settings.environment());
    };
  }

  private void tell() {
    pipeline().ifPresent(this::tell);
  }

  private void tell(Pipeline from) {
    from.untold()
        .ifPresent(
            why ->
                progress.report(
                    new Event.Stage(
                        "telemetry: not all of it could be sent (%s); hone doctor says where it goes"
                            .formatted(why))));
  }

  /// Sends what is not sent yet and ends; it takes two seconds at most. A second call does nothing.
  @Override
  public void close() {
    Pipeline ended;
    synchronized (this) {
      ended = pipeline;
      begun = true;
      pipeline = null;
    }
    // a reference to a method of its class, called or not, would load OpenTelemetry
    if (ended != null) {
      ended.close();
      tell(ended);
    }
  }
}
