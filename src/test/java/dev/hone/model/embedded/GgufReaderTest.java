package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufReaderTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("tiny.gguf");
  }

  private Path tiny() {
    return new GgufFiles()
        .text("general.architecture", "qwen2")
        .texts("tokenizer.ggml.tokens", "a", "b")
        .number("qwen2.context_length", 4096)
        .number("qwen2.block_count", 24)
        .number("qwen2.embedding_length", 896)
        .number("qwen2.attention.head_count", 14)
        .number("qwen2.attention.head_count_kv", 2)
        .write(file);
  }

  @Test
  void theHeaderTellsArchitectureSizeAndContext() throws IOException {
    Gguf gguf = GgufReader.read(tiny());

    assertThat(gguf.architecture()).isEqualTo("qwen2");
    assertThat(gguf.contextTokens()).isEqualTo(4096);
    assertThat(gguf.parameters()).isEqualTo(256);
    assertThat(gguf.expectedBytes()).isEqualTo(Files.size(file));
    assertThat(gguf.cacheBytesPerToken()).isEqualTo(24 * 2 * (64 + 64) * 2);
  }

  @Test
  void aFileThatIsNoModelIsTheUsersMistake() throws IOException {
    Files.writeString(file, "# Read me\nThis is text.\n");

    refused(ErrorType.USER, "is not a GGUF model file");
  }

  @Test
  void anEmptyFileIsNoModel() throws IOException {
    Files.createFile(file);

    refused(ErrorType.USER, "is not a GGUF model file");
  }

  @Test
  void aMissingFileIsNamed() {
    refused(ErrorType.USER, "there is no model file");
  }

  @Test
  void anOddVersionIsNamed() {
    new GgufFiles().version(7).write(file);

    refused(ErrorType.USER, "GGUF version 7");
  }

  @Test
  void aFileCutInItsWeightsIsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(tiny());
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));

    refused(ErrorType.USER, "is cut short: " + (whole.length - 1) + " of " + whole.length);
  }

  @Test
  void aFileCutAnywhereInItsHeaderIsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(tiny());
    for (int length = 4; length < whole.length - 1024 - 32; length += 3) {
      Files.write(file, Arrays.copyOf(whole, length));

      refused(ErrorType.USER, "is cut short");
    }
  }

  @Test
  void aModelLargerThanTheMemoryIsRefusedInNumbers() {
    Gguf gguf = GgufReader.read(tiny());

    MemoryNeed need = MemoryNeed.of(gguf, 4096);

    assertThat(need.cacheBytes()).isEqualTo(4096L * 12288);
    need.check(file, need.totalBytes());
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> need.check(file, need.totalBytes() - 1))
        .withMessageContaining("GiB")
        .extracting(HoneException::type)
        .isEqualTo(ErrorType.INSUFFICIENT_RESOURCES);
  }

  @Test
  void theFingerprintFollowsTheContent() throws IOException {
    String one = Fingerprint.of(GgufReader.read(tiny()));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 7] = 1;
    Files.write(file, bytes);

    assertThat(Fingerprint.of(GgufReader.read(file))).hasSize(32).isNotEqualTo(one);
  }

  private void refused(ErrorType type, String words) {
    assertThatThrownBy(() -> GgufReader.read(file))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.type()).isEqualTo(type))
        .hasMessageContaining(words);
  }
}
