package dev.hone.cli.git;

import dev.hone.failure.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/// Finds the repository around files, and their names in it.
final class WorkTree {
  private final GitSettings settings;
  private final NoHooks system = new NoHooks();

  WorkTree(Map<String, String> environment) {
    this.settings = new GitSettings(environment);
  }

  /// {@return the repository around these files, which the caller closes}
  ///
  /// @throws UsageException if there is none, or more than one
  Repository open(List<Path> files) throws IOException {
    // JGit has one for the whole process, and nothing else here uses JGit
    SystemReader.setInstance(settings);
    File found = folder(files.getFirst());
    for (Path file : files) {
      if (!folder(file).equals(found)) {
        throw new UsageException(
            "--commit makes one commit, and %s and %s lie in different repositories; change them one after the other"
                .formatted(files.getFirst(), file));
      }
    }
    Repository repository = builder(files.getFirst()).setMustExist(true).build();
    if (repository.isBare()) {
      repository.close();
      throw none(files.getFirst());
    }
    return repository;
  }

  private File folder(Path file) throws IOException {
    File found = builder(file).getGitDir();
    if (found == null) {
      throw none(file);
    }
    return found;
  }

  private FileRepositoryBuilder builder(Path file) throws IOException {
    return new FileRepositoryBuilder().setFS(system).findGitDir(file.toRealPath().toFile());
  }

  private static UsageException none(Path file) {
    return new UsageException(
        "--commit: %s is in no git repository; leave --commit out, or type: git init"
            .formatted(file));
  }

  /// {@return the path of a file in its repository, as git writes it}
  String name(Repository repository, Path file) throws IOException {
    return repository
        .getWorkTree()
        .toPath()
        .toRealPath()
        .relativize(file.toRealPath())
        .toString()
        .replace('\\', '/');
  }

  /// {@return a line on what git itself would have done besides; empty where that is nothing}
  List<String> leftOut(Repository repository) {
    List<String> left = new ArrayList<>();
    List<String> hooks = system.left(repository);
    if (!hooks.isEmpty()) {
      left.add("its hooks did not run (" + String.join(", ", hooks) + ")");
    }
    if (repository.getConfig().getBoolean("commit", null, "gpgsign", false)) {
      left.add("it is not signed");
    }
    return left.isEmpty()
        ? List.of()
        : List.of(
            String.join(", ", left) + "; once you have read it: git commit --amend --no-edit");
  }
}
