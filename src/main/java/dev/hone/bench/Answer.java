package dev.hone.bench;

import dev.hone.language.SourceFile;
import dev.hone.result.Ending;
import dev.hone.result.Usage;
import java.util.List;

/// What a strategy made of a problem.
///
/// @param files its code; empty where there is none
/// @param passed whether it calls the code passed
/// @param verdict its own verdict; empty where it judges nothing itself
/// @param ending why it ended
/// @param usage what it spent on the model
record Answer(List<SourceFile> files, boolean passed, String verdict, Ending ending, Usage usage) {
  Answer {
    files = List.copyOf(files);
  }
}
