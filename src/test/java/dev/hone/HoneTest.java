package dev.hone;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoneTest {
  @Test
  void aProxyThatCannotBeReadMattersOnlyToWhatNeedsIt(@TempDir Path home) {
    Map<String, String> environment =
        Map.of("HONE_HOME", home.toString(), "HTTPS_PROXY", "http://me:se cret@proxy.example:x");

    assertThatCode(() -> Hone.create(environment, Progress.silent()).close())
        .doesNotThrowAnyException();
  }
}
