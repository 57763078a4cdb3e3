package dev.hone.sandbox.pool;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What jobs have in common that fit into the same box.
///
/// @param command the command that is started ahead; empty if only the box is
/// @param environment the variables
/// @param readOnly what the command may read
/// @param limits what it may use
record Kind(
    List<String> command, Map<String, String> environment, List<Path> readOnly, Limits limits) {
  static Kind of(Job job) {
    return new Kind(
        job.ahead() ? job.command() : List.of(), job.environment(), job.readOnly(), job.limits());
  }
}
