package dev.hone.verdict;

import dev.hone.language.LanguageId;
import dev.hone.sandbox.FromReady;
import dev.hone.sandbox.Sandbox;
import java.util.List;

/// The same tricks on runners that were started before the code came.
class ReadyFakePassesIT extends FakePassesIT {
  @Override
  List<LanguageId> languages() {
    return List.of(LanguageId.PYTHON, LanguageId.JAVA);
  }

  @Override
  Sandbox used(Sandbox chosen) {
    return new FromReady(chosen);
  }
}
