package dev.hone.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What kept spans or metrics from being sent: the first failure, told once. Safe for use by
/// several threads.
final class Trouble {
  private static final String TOLD = "";

  private final AtomicReference<Optional<String>> first = new AtomicReference<>(Optional.empty());

  /// {@return the same result, heard when it is there}
  CompletableResultCode hear(CompletableResultCode result) {
    return result.whenComplete(
        () -> {
          if (!result.isSuccess()) {
            note(why(result.getFailureThrowable()));
          }
        });
  }

  void note(String why) {
    first.compareAndSet(Optional.empty(), Optional.of(why));
  }

  /// {@return what went wrong, the first time that it is asked for; else empty}
  Optional<String> untold() {
    Optional<String> why = first.get();
    boolean taken =
        why.isPresent() && !why.get().equals(TOLD) && first.compareAndSet(why, Optional.of(TOLD));
    return taken ? why : Optional.empty();
  }

  // Messages are left out: a server may repeat in its own what it was sent.
  private static String why(@Nullable Throwable thrown) {
    Throwable cause = thrown == null ? null : thrown.getCause();
    return cause == null ? "it was refused" : cause.getClass().getSimpleName();
  }
}
