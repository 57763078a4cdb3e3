package dev.hone.language.values;

import java.util.List;

/// A call of a function with values that are written out.
///
/// @param name the function, with what it is a member of, such as `add` or `Solution.add`
/// @param arguments the arguments in order
public record Call(String name, List<Value> arguments) {
  /// Copies the list.
  public Call {
    arguments = List.copyOf(arguments);
  }
}
