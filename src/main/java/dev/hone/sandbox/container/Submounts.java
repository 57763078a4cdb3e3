package dev.hone.sandbox.container;

import dev.hone.sandbox.view.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is mounted below a bound folder. An engine brings it along, but makes only the folder
/// itself read-only; bound once more, it is read-only too.
///
/// @param points where something is mounted on the machine, outer ones first
record Submounts(List<Path> points) {
  private static final int POINT = 4;

  /// {@return those of this process}
  static Submounts ofMachine() {
    try {
      return of(Files.readAllLines(Path.of("/proc/self/mountinfo")));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read what is mounted", e);
    }
  }

  static Submounts of(List<String> mountinfo) {
    return new Submounts(
        mountinfo.stream()
            .map(line -> line.split(" ", -1))
            .filter(fields -> fields.length > POINT)
            .map(fields -> Path.of(unescaped(fields[POINT])))
            .distinct()
            .sorted()
            .toList());
  }

  /// {@return the entries, each bound folder followed by what is mounted below it}
  List<Entry> added(List<Entry> entries) {
    List<Entry> all = new ArrayList<>();
    for (Entry entry : entries) {
      all.add(entry);
      if (entry instanceof Entry.Bind(Path source, Path at)) {
        below(source).forEach(p -> all.add(new Entry.Bind(p, at.resolve(source.relativize(p)))));
      } else if (entry instanceof Entry.Link(Path target, Path at)) {
        Path source = at.resolveSibling(target).normalize();
        below(source).forEach(p -> all.add(new Entry.Bind(p, at.resolve(source.relativize(p)))));
      }
    }
    return all;
  }

  private Stream<Path> below(Path folder) {
    return points.stream().filter(p -> p.startsWith(folder) && !p.equals(folder));
  }

  /// The kernel writes blanks and backslashes as three octal digits.
  private static String unescaped(String text) {
    return text.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
