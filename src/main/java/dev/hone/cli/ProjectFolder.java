package dev.hone.cli;

import dev.hone.cli.project.ReadMe;
import dev.hone.failure.UsageException;
import dev.hone.language.Project;
import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The folder of `--out` as a ready project. Code and tests take the place of files of their name;
/// what a person may have written for the whole project stays as it is.
///
/// @param folder the folder, which need not exist
/// @param services makes the project
/// @param streams where a person is told what stays
record ProjectFolder(Path folder, Services services, Streams streams) {
  private static final String NAME = "--project";

  /// {@return `--project`}
  static OptionSpec spec() {
    return Options.flag(NAME, "with --out: a ready project, with a build file and a README");
  }

  /// {@return whether a project was asked for}
  ///
  /// @throws UsageException if nothing says where
  static boolean isAsked(ParseResult words) {
    boolean asked = Options.has(words, NAME);
    if (asked && Options.text(words, "--out", "").isEmpty()) {
      throw new UsageException(
          "--project needs the folder of the project; type --out DIR --project");
    }
    return asked;
  }

  /// {@return the paths written; none where the attempt holds no code}
  ///
  /// @throws UsageException if one cannot be written
  List<Path> write(Result result, Attempt best) {
    if (best.code().isEmpty()) {
      return List.of();
    }
    Project project = services.project(result);
    int own = best.code().size();
    List<Path> written = new ArrayList<>();
    Stream.of(project.code().subList(0, own), project.tests(), project.support())
        .forEach(files -> written.addAll(TextFiles.write(folder, files)));
    Stream.of(
            project.code().subList(own, project.code().size()),
            project.build(),
            List.of(new ReadMe(result, best, project, services.version()).file()))
        .flatMap(List::stream)
        .forEach(file -> written.addAll(kept(file)));
    return written;
  }

  private List<Path> kept(SourceFile file) {
    if (TextFiles.isThere(folder, file)) {
      streams
          .err()
          .println("%s is there and stays as it is".formatted(folder.resolve(file.path())));
      return List.of();
    }
    return TextFiles.write(folder, List.of(file));
  }
}
