package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The runs that this log is at. Each is held while it goes on, so that nobody else takes it up; a
/// process that is killed lets go of all it held. Not safe for use by several threads.
final class Holds {
  private final Database database;
  // by the run, how often it had gone on when it was taken
  private final Map<String, Integer> held = new HashMap<>();
  private final Set<String> lost = new HashSet<>();

  Holds(Database database) {
    this.database = database;
  }

  /// {@return whether the run is held from here on: false where somebody is at it}
  boolean take(Handle handle, String runId) {
    if (held.containsKey(runId) || !database.hold(handle, runId)) {
      return false;
    }
    lost.remove(runId);
    count(handle, runId);
    return true;
  }

  /// Notes how often a run has gone on that is held.
  void count(Handle handle, String runId) {
    held.put(runId, Resumptions.count(handle, runId));
  }

  /// Lets go of a run, if it is held.
  void letGo(Handle handle, String runId) {
    if (held.remove(runId) != null) {
      database.letGo(handle, runId);
    }
  }

  /// Takes the runs again after a connection broke, which lost them. A server may still keep them
  /// for the broken one, so what counts is whether somebody took them up meanwhile.
  void renew(Handle handle) {
    for (Map.Entry<String, Integer> one : Map.copyOf(held).entrySet()) {
      boolean _ = database.hold(handle, one.getKey());
      if (Resumptions.count(handle, one.getKey()) != one.getValue()) {
        letGo(handle, one.getKey());
        lost.add(one.getKey());
      }
    }
  }

  /// Refuses to write a run that somebody else took up.
  ///
  /// @throws RunLogException if it was lost
  void check(String runId) {
    if (lost.contains(runId)) {
      throw new RunLogException(
          ErrorType.EXTERNAL,
          "the run %s was taken up by another hone while the connection to the run log was broken; hone show %s has it"
              .formatted(runId, runId));
    }
  }
}
