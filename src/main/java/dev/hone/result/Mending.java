package dev.hone.result;

import java.util.List;

/// One step in which rules corrected a candidate, without a model.
///
/// @param rules the rules that changed something, in order; never empty
/// @param before the verdict of the code before, such as `CompileError`; empty where it had not
///   been judged yet
/// @param errors what was wrong with it then; empty where it had not been judged yet
public record Mending(List<String> rules, String before, List<String> errors) {
  /// Copies the lists.
  public Mending {
    rules = List.copyOf(rules);
    errors = List.copyOf(errors);
  }
}
