package dev.hone.language.node;

import java.util.Set;

/// Node's own modules that code of one file commonly uses.
final class NodeModules {
  private static final Set<String> BUILTIN =
      Set.of(
          "assert",
          "assert/strict",
          "async_hooks",
          "buffer",
          "child_process",
          "crypto",
          "events",
          "fs",
          "fs/promises",
          "http",
          "os",
          "path",
          "perf_hooks",
          "process",
          "querystring",
          "readline",
          "readline/promises",
          "stream",
          "stream/promises",
          "string_decoder",
          "timers",
          "timers/promises",
          "url",
          "util",
          "worker_threads",
          "zlib");

  private NodeModules() {}

  static boolean isBuiltin(String name) {
    return BUILTIN.contains(name.replaceFirst("^node:", ""));
  }
}
