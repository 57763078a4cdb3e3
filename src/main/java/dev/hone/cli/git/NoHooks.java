package dev.hone.cli.git;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.ProcessResult;

/// Files of a repository whose hooks do not run: a hook may run the tests of a project, and with
/// them code that a model wrote, outside the sandbox.
final class NoHooks extends FS_POSIX {
  private static final List<String> HOOKS =
      List.of("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit");

  NoHooks() {}

  private NoHooks(NoHooks like) {
    super(like);
  }

  @Override
  public FS newInstance() {
    return new NoHooks(this);
  }

  @Override
  public ProcessResult runHookIfPresent(
      Repository repository,
      String hook,
      String[] words,
      OutputStream out,
      OutputStream err,
      String input) {
    return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
  }

  /// {@return the hooks that git itself would run for a commit}
  List<String> left(Repository repository) {
    return HOOKS.stream()
        .flatMap(hook -> findHook(repository, hook) == null ? Stream.empty() : Stream.of(hook))
        .toList();
  }
}
