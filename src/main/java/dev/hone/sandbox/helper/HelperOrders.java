package dev.hone.sandbox.helper;

import dev.hone.sandbox.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The helper's command line in the making. Each method appends to it.
public final class HelperOrders {
  /// Where the helper stands and what becomes of it.
  public enum Role {
    /// Outside, before the program that makes the namespaces, which it becomes.
    OPEN,
    /// Inside; becomes the command.
    RUN,
    /// Inside, as the first process, whose child is the command.
    FIRST,
    /// Outside, where there are no namespaces, as the parent of the command.
    WATCH
  }

  private final List<String> line = new ArrayList<>();

  /// Makes a line without orders.
  ///
  /// @param program the path of the helper where the line is used
  /// @param role its role
  public HelperOrders(String program, Role role) {
    line.add(program);
    line.add(role.name().toLowerCase(Locale.ROOT));
  }

  /// {@return this, with an order}
  ///
  /// @param key what it is about
  /// @param value what is ordered, as its text
  public HelperOrders add(String key, Object value) {
    line.add(key + "=" + value);
    return this;
  }

  /// {@return this, with an order for each value}
  ///
  /// @param key what they are about
  /// @param values what is ordered
  public HelperOrders all(String key, Collection<?> values) {
    values.forEach(value -> add(key, value));
    return this;
  }

  /// {@return this, with the limits of one process}
  ///
  /// @param limits the limits; wall time, disk and output are held by others
  public HelperOrders limits(Limits limits) {
    // The tree's processor time is watched; this is for a process that outruns the watch.
    return add("cpu", limits.cpu().plusMillis(1999).toSeconds())
        .add("memory", limits.memoryBytes())
        .add("processes", limits.processes())
        .add("files", limits.openFiles())
        .add("fileSize", limits.fileBytes());
  }

  /// {@return this, with all variables that the command sees}
  ///
  /// @param variables their names and values
  public HelperOrders environment(Map<String, String> variables) {
    variables.forEach((name, value) -> add("env", name + "=" + value));
    return this;
  }

  /// {@return the whole line}
  ///
  /// @param command what the helper becomes or starts; empty where that is told later, on the
  ///   helper's standard input, in words that each end with a zero, behind a line with the number
  ///   of their bytes
  public List<String> then(List<String> command) {
    List<String> whole = new ArrayList<>(line);
    if (command.isEmpty()) {
      whole.add("wait=true");
    }
    whole.add("--");
    whole.addAll(command.isEmpty() ? List.of("later") : command);
    return List.copyOf(whole);
  }
}
