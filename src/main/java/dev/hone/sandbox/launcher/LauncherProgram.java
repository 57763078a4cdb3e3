package dev.hone.sandbox.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The launcher as it is started.
///
/// @param classes the folder or jar that its classes are in
/// @param archive what the JDK kept of an earlier start, by which the next ones are faster; empty
///   where there is none
public record LauncherProgram(Path classes, Optional<Path> archive) {
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xms8m",
          "-Xmx32m");

  /// {@return the start of its command line, up to the name of the main class}
  ///
  /// @param java the `java` of the JDK that it is started with
  List<String> command(Path java) {
    // An archive that does not fit is left aside, and what the JDK says of that would be read as
    // the words of the job.
    return command(
        java, archive.map(a -> List.of("-XX:AOTCache=" + a, "-Xlog:disable")).orElse(List.of()));
  }

  /// {@return the same with flags of its own}
  List<String> command(Path java, List<String> flags) {
    return Stream.of(
            List.of(java.toString()),
            FLAGS,
            flags,
            List.of("-cp", classes.toString(), Launcher.class.getName()))
        .flatMap(List::stream)
        .toList();
  }
}
