package dev.hone.sandbox.container;

import java.util.List;

/// A program that runs containers.
public enum Engine {
  /// Without a daemon, for root and for ordinary users.
  PODMAN("podman"),
  /// By a daemon that runs as root.
  DOCKER("docker");

  private final String program;

  Engine(String program) {
    this.program = program;
  }

  /// {@return the name of its client program}
  public String program() {
    return program;
  }

  /// {@return the name of the sandbox mode}
  public String mode() {
    return "container-" + program;
  }

  /// {@return the options of `run` that only it has}
  ///
  /// @param rootless whether it runs as an ordinary user
  List<String> ownOptions(boolean rootless) {
    return switch (this) {
      case PODMAN ->
          rootless
              ? List.of(
                  "--read-only-tmpfs=false",
                  "--http-proxy=false",
                  "--no-hosts",
                  "--image-volume=ignore",
                  "--systemd=false",
                  // The user's own id inside too, where it is no root.
                  "--userns=keep-id")
              : List.of(
                  "--read-only-tmpfs=false",
                  "--http-proxy=false",
                  "--no-hosts",
                  "--image-volume=ignore",
                  "--systemd=false");
      case DOCKER -> List.of();
    };
  }

  /// {@return the mount options of a folder in memory}
  ///
  /// @param bytes its size
  /// @param inodes how many files it may hold; podman takes no such option
  String memory(long bytes, int inodes) {
    String common = "rw,exec,nosuid,nodev,mode=1777,size=" + bytes;
    return switch (this) {
      case PODMAN -> common;
      case DOCKER -> common + ",nr_inodes=" + inodes;
    };
  }

  /// {@return the words that ask it whether it can hold memory and processes by a control group}
  List<String> askingForLimits() {
    return List.of(
        "info",
        "--format",
        switch (this) {
          case PODMAN -> "{{.Host.CgroupControllers}}";
          case DOCKER -> "memory={{.MemoryLimit}} pids={{.PidsLimit}} swap={{.SwapLimit}}";
        });
  }

  /// {@return whether its answer to that is yes}
  boolean holdsLimits(String answer) {
    return switch (this) {
      case PODMAN -> answer.matches("(?s).*\\bmemory\\b.*") && answer.matches("(?s).*\\bpids\\b.*");
      case DOCKER -> answer.contains("memory=true") && answer.contains("pids=true");
    };
  }

  /// {@return whether, by its answer to that, it can hold swap too; asked for where it cannot, it
  /// would warn on the command's standard error}
  boolean holdsSwap(String answer) {
    return switch (this) {
      case PODMAN -> holdsLimits(answer);
      case DOCKER -> answer.contains("swap=true");
    };
  }

  /// {@return the words that remove a container at once, running or not}
  List<String> removing(String name) {
    return switch (this) {
      case PODMAN -> List.of("rm", "--force", "--time", "0", name);
      case DOCKER -> List.of("rm", "--force", name);
    };
  }

  /// {@return what to do where it does not answer}
  String remedy() {
    return switch (this) {
      case PODMAN -> "run podman info to see why";
      case DOCKER -> "start its daemon (systemctl start docker), or join the group docker";
    };
  }
}
