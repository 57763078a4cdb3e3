package dev.hone.verdict;

import dev.hone.language.SourceFile;
import dev.hone.language.TestReport.Case;
import java.util.List;

/// Messages that quote a line of a test file, with the line that the reader has. The file that ran
/// has the same lines in the same places, but for those that hand over a value.
///
/// @param delivered the test file as it is shown
/// @param run the test file as it ran
record Retelling(SourceFile delivered, SourceFile run) {
  Case of(Case reported) {
    if (delivered.equals(run) || reported.message().isEmpty()) {
      return reported;
    }
    List<String> shown = delivered.content().lines().toList();
    List<String> ran = run.content().lines().toList();
    String message = reported.message();
    for (int i = 0; i < Math.min(shown.size(), ran.size()); i++) {
      String place = "%s:%d: ".formatted(run.path(), i + 1);
      if (!shown.get(i).equals(ran.get(i)) && message.contains(place)) {
        message = message.replace(place + ran.get(i).strip(), place + shown.get(i).strip());
      }
    }
    return new Case(reported.name(), reported.state(), message, reported.seen());
  }
}
