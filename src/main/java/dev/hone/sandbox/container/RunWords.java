package dev.hone.sandbox.container;

import dev.hone.sandbox.Limits;
import dev.hone.sandbox.view.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The words of an engine's command `run`.
///
/// @param engine the engine
/// @param box the container
record RunWords(Engine engine, Box box) {
  /// Processes of an engine that are in the container's group while it starts.
  private static final int SPARE_PROCESSES = 32;

  /// What an engine needs itself before the helper lowers it.
  private static final int FEWEST_FILES = 1024;

  private static final int MORE_PROCESSES = 1000;

  /// A quarter of the usual weight, as for the groups that Hone makes.
  private static final String LOW_WEIGHT = "256";

  /// What engines show of the machine, and message queues.
  private static final List<String> HIDDEN = List.of("/sys", "/dev/mqueue");

  /// {@return the words}
  ///
  /// @param command the first program inside and its arguments
  List<String> then(List<String> command) {
    List<String> words = new ArrayList<>(List.of("run", "--rm", "--interactive"));
    words.addAll(List.of("--name", box.name(), "--pull", "never", "--log-driver", "none"));
    words.addAll(List.of("--network", "none", "--ipc", "private", "--cgroupns", "private"));
    words.addAll(List.of("--hostname", "hone", "--read-only", "--cap-drop", "ALL"));
    words.addAll(List.of("--security-opt", "no-new-privileges"));
    // Else the machine's own files could not be shown where SELinux labels them.
    words.addAll(List.of("--security-opt", "label=disable"));
    words.addAll(List.of("--user", box.uid() + ":" + box.uid(), "--no-healthcheck"));
    words.addAll(limits());
    words.addAll(engine.ownOptions(box.rootless()));
    box.entries().forEach(entry -> words.addAll(mount(entry)));
    HIDDEN.forEach(at -> words.addAll(List.of("--tmpfs", at + ":ro,size=4096,mode=0555")));
    words.addAll(List.of("--workdir", "/", "--entrypoint", command.getFirst(), box.image()));
    words.addAll(command.subList(1, command.size()));
    return List.copyOf(words);
  }

  private List<String> limits() {
    Limits limits = box.limits();
    List<String> words = new ArrayList<>(List.of("--oom-score-adj", "1000"));
    words.addAll(List.of("--ulimit", both("core", 0)));
    words.addAll(List.of("--ulimit", both("nofile", Math.max(limits.openFiles(), FEWEST_FILES))));
    words.addAll(List.of("--ulimit", both("nproc", limits.processes() + MORE_PROCESSES)));
    if (box.counted()) {
      String memory = limits.memoryBytes() + "b";
      words.addAll(List.of("--memory", memory));
      words.addAll(box.swapHeld() ? List.of("--memory-swap", memory) : List.of());
      words.addAll(List.of("--pids-limit", Integer.toString(limits.processes() + SPARE_PROCESSES)));
      words.addAll(List.of("--cpu-shares", LOW_WEIGHT));
    }
    return words;
  }

  private List<String> mount(Entry entry) {
    return switch (entry) {
      case Entry.Bind(var source, var at) -> bind(source, at);
      // An empty image has no links, and an engine mounts only what is there.
      case Entry.Link(var target, var at) ->
          bind(at.resolveSibling(target.toString()).normalize(), at);
      case Entry.Scratch(var at, long bytes) ->
          List.of("--tmpfs", at + ":" + engine.memory(bytes, box.limits().inodes()));
      // Folders on the way are made by the engine, and so are /proc and /dev.
      case Entry.Folder _, Entry.Processes _, Entry.Devices _ -> List.of();
    };
  }

  private static List<String> bind(Path source, Path at) {
    return List.of(
        "--mount",
        String.join(",", "type=bind", field("source", source), field("target", at), "readonly"));
  }

  /// As in a file of values parted by commas.
  private static String field(String name, Path path) {
    String field = name + "=" + path;
    return field.contains(",") || field.contains("\"")
        ? "\"" + field.replace("\"", "\"\"") + "\""
        : field;
  }

  private static String both(String name, long value) {
    return "%s=%d:%d".formatted(name, value, value);
  }
}
