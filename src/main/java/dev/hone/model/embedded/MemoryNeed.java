package dev.hone.model.embedded;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/// What a model needs in memory, against what there is.
///
/// @param weightBytes the file, mapped or repacked
/// @param cacheBytes keys and values of a full context
/// @param computeBytes the engine's working buffers, estimated
record MemoryNeed(long weightBytes, long cacheBytes, long computeBytes) {
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  // 38 MiB were measured for 1.5 billion parameters; the rest is room for larger models.
  private static final long COMPUTE_BYTES = 128L << 20;

  static MemoryNeed of(Gguf gguf, int contextTokens) {
    return new MemoryNeed(
        gguf.expectedBytes(), gguf.cacheBytesPerToken() * contextTokens, COMPUTE_BYTES);
  }

  long totalBytes() {
    return weightBytes + cacheBytes + computeBytes;
  }

  /// Refuses a model that does not fit.
  void check(Path file, long availableBytes) {
    if (totalBytes() > availableBytes) {
      throw new ModelException(
          ErrorType.INSUFFICIENT_RESOURCES,
          "the model %s needs %s of memory (weights %s, context %s, buffers %s) and %s are free; "
                  .formatted(
                      file,
                      gib(totalBytes()),
                      gib(weightBytes),
                      gib(cacheBytes),
                      gib(computeBytes),
                      gib(availableBytes))
              + "close other programs, or pass --model small");
    }
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }

  /// {@return the bytes that programs may take without swapping, empty where the system does not
  /// say}
  static OptionalLong availableBytes() {
    try {
      return Files.readAllLines(MEMINFO).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
