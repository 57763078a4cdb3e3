package dev.hone.sandbox.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Names of containers: the process namespace and the id of the program that made them, so that
/// what a program left behind can be told, and a number.
final class Names {
  private final AtomicInteger count = new AtomicInteger();

  /// {@return a name that no other container has}
  String next() {
    return "hone-%s-%d-%d"
        .formatted(machine(), ProcessHandle.current().pid(), count.incrementAndGet());
  }

  /// {@return the number of this program's process namespace, in which process ids mean something}
  static String machine() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString().replaceAll("\\D", "");
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the process namespace", e);
    }
  }
}
