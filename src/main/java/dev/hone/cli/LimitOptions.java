package dev.hone.cli;

import dev.hone.config.SandboxSettings;
import dev.hone.config.Units;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that set the limits of one command. They go before the settings file, and that goes
/// before the usual limits.
final class LimitOptions {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final long MEMORY_BYTES = 512L << 20;

  private LimitOptions() {}

  static List<OptionSpec> specs() {
    return List.of(
        Options.value("--memory", "SIZE", "memory of all its processes (512m)"),
        Options.value("--time", "SECONDS", "time by the clock (10)"),
        Options.value("--cpu", "SECONDS", "processor time of all its processes (as --time)"),
        Options.value("--processes", "N", "processes and threads at one time (64)"),
        Options.value("--files", "N", "open files of one process (256)"),
        Options.value("--file-size", "SIZE", "the size of one file (64m)"),
        Options.value("--disk", "SIZE", "the size of the work folder (256m)"),
        Options.value("--inodes", "N", "files and folders in the work folder (20000)"),
        Options.value("--output", "SIZE", "what it prints; of more, head and tail are kept (1m)"));
  }

  /// {@return the limits of a command}
  ///
  /// @param words what was typed
  /// @param settings what the settings file says
  static Limits of(ParseResult words, SandboxSettings settings) {
    Limits usual = settings.limits();
    boolean shorter = usual.wall().compareTo(TIME) < 0;
    Duration time = settings.gives(Limit.WALL) || shorter ? usual.wall() : TIME;
    long memory =
        settings.gives(Limit.MEMORY)
            ? usual.memoryBytes()
            : Math.min(MEMORY_BYTES, usual.memoryBytes());
    Limits limits = settings.timed(seconds(words, "--time", time)).withMemory(memory);
    limits = limits.withCpu(seconds(words, "--cpu", limits.cpu()));
    limits = limits.withMemory(size(words, "--memory", limits.memoryBytes()));
    limits = limits.withProcesses(count(words, "--processes", limits.processes()));
    limits = limits.withOpenFiles(count(words, "--files", limits.openFiles()));
    limits = limits.withFileSize(size(words, "--file-size", limits.fileBytes()));
    limits = limits.withDisk(size(words, "--disk", limits.diskBytes()));
    limits = limits.withInodes(count(words, "--inodes", limits.inodes()));
    return limits.withOutput(size(words, "--output", limits.outputBytes()));
  }

  private static long size(ParseResult words, String name, long otherwise) {
    return typed(words, name, text -> Units.bytes(name, text, "b"), otherwise);
  }

  private static Duration seconds(ParseResult words, String name, Duration otherwise) {
    return typed(words, name, text -> Units.time(name, text, "s"), otherwise);
  }

  private static int count(ParseResult words, String name, int otherwise) {
    return typed(words, name, text -> Units.count(name, text), otherwise);
  }

  private static <T> T typed(
      ParseResult words, String name, Function<String, T> read, T otherwise) {
    return Options.has(words, name) ? read.apply(Options.text(words, name, "")) : otherwise;
  }
}
