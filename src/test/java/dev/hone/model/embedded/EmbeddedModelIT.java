package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.model.LanguageModel;
import dev.hone.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The small model in this process.
class EmbeddedModelIT extends EmbeddedContract {
  @Override
  LanguageModel openAnother(int contextTokens) {
    return EmbeddedModel.open(
        EngineFiles.engineFolder(),
        EngineFiles.smallModel(),
        new EmbeddedOptions(contextTokens, 0, false));
  }

  @Test
  void closingFreesTheMemory() throws IOException {
    LanguageModel model = openAnother(256);
    assertThat(model.reply(ask(COUNT, Sampling.greedy(2)), _ -> {}).completionTokens())
        .isEqualTo(2);
    long before = residentKilobytes();

    model.close();

    assertThat(before - residentKilobytes()).isGreaterThan(200_000);
  }

  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeThat(status).as("only Linux tells what is resident").exists();
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }
}
