package dev.hone.verdict;

import dev.hone.Hone;
import dev.hone.JudgeRequest;
import dev.hone.language.ToolchainException;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// Hone with the prebuilt runners that are kept between test runs, beside those of the languages'
/// own tests.
final class KeptToolchains {
  private KeptToolchains() {}

  /// Returns Hone, which the caller closes.
  static Hone hone() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("HONE_HOME", Path.of("target", "toolchains").toString());
    return Hone.create(environment, Progress.silent());
  }

  /// Returns what judging showed; skips the test, and says why, where the toolchain is missing.
  static Judgement judged(Hone hone, JudgeRequest request) throws InterruptedException {
    try {
      return hone.judge(request);
    } catch (ToolchainException e) {
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }
}
