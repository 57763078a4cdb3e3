package dev.hone.cli.git;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.CommitConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Commits what a run changed and nothing else. What a person has staged elsewhere stays staged.
public final class Committer {
  private final WorkTree place;
  private final List<Path> files;

  private Committer(WorkTree place, List<Path> files) {
    this.place = place;
    this.files = List.copyOf(files);
  }

  /// {@return who commits changes of these files, checked as far as that goes before they change}
  ///
  /// @param files those that a run may change; at least one
  /// @param environment the variables that count for git
  /// @throws UsageException if a commit would fail, or hold more than the change
  public static Committer of(List<Path> files, Map<String, String> environment) {
    Committer committer = new Committer(new WorkTree(environment), files);
    committer.check();
    return committer;
  }

  /// Looks once more whether a commit would hold the change of the files alone.
  ///
  /// @throws UsageException if it would not
  public void check() {
    try (Repository repository = place.open(files)) {
      RepositoryState state = repository.getRepositoryState();
      if (state != RepositoryState.SAFE) {
        throw new UsageException(
            "--commit: the repository is not in a state for it (%s); git status says what to do first"
                .formatted(state.getDescription()));
      }
      checkAuthor(repository);
      for (Path file : files) {
        checkClean(repository, file, place.name(repository, file));
      }
    } catch (IOException | GitAPIException | JGitInternalException e) {
      throw new UsageException(
          "--commit: the repository could not be read (%s); leave --commit out"
              .formatted(e.getMessage()));
    }
  }

  private static void checkAuthor(Repository repository) {
    UserConfig user = repository.getConfig().get(UserConfig.KEY);
    if (user.isAuthorNameImplicit()
        || user.isAuthorEmailImplicit()
        || user.isCommitterNameImplicit()
        || user.isCommitterEmailImplicit()) {
      throw new UsageException(
          "--commit: git does not know who you are; type: git config user.name \"Your Name\" && git config user.email you@example.com");
    }
  }

  private static void checkClean(Repository repository, Path file, String name)
      throws IOException, GitAPIException {
    ObjectId head = repository.resolve("HEAD^{tree}");
    boolean known = false;
    if (head != null) {
      try (TreeWalk found = TreeWalk.forPath(repository, name, head)) {
        known = found != null;
      }
    }
    if (!known) {
      throw new UsageException(
          "--commit: %s is in no commit yet, so the commit would hold more than the change; commit it first: git add %s && git commit"
              .formatted(file, file));
    }
    StatusCommand asked = Git.wrap(repository).status().addPath(name);
    Status status = asked.call();
    Set<String> changed = new TreeSet<>(status.getUncommittedChanges());
    changed.addAll(status.getConflicting());
    changed.addAll(status.getUntracked());
    if (!changed.isEmpty()) {
      throw new UsageException(
          "--commit: %s has changes of yours that are not committed; commit them first (git commit %s), or leave --commit out"
              .formatted(file, file));
    }
  }

  /// {@return what was done, one line each}
  ///
  /// @param changed the files that were written, new ones among them
  /// @param message what the commit says
  /// @throws UsageException if they could not be committed; they stay written
  public List<String> commit(List<Path> changed, CommitMessage message) {
    try (Repository repository = place.open(changed)) {
      List<String> names = new ArrayList<>();
      for (Path file : changed) {
        names.add(place.name(repository, file));
      }
      RevCommit made = commit(Git.wrap(repository), names, message);
      List<String> told = new ArrayList<>();
      told.add(
          "committed %s on %s: %s"
              .formatted(
                  made.abbreviate(10).name(), repository.getBranch(), made.getShortMessage()));
      told.addAll(place.leftOut(repository));
      return told;
    } catch (IOException | GitAPIException | JGitInternalException e) {
      throw new UsageException(
          "the files are written but could not be committed (%s); commit them by: git commit"
              .formatted(e.getMessage()));
    }
  }

  private static RevCommit commit(Git git, List<String> names, CommitMessage message)
      throws GitAPIException {
    AddCommand add = git.add();
    CommitCommand commit =
        git.commit()
            .setMessage(message.text())
            .setCleanupMode(CommitConfig.CleanupMode.VERBATIM)
            .setNoVerify(true)
            .setSign(false);
    for (String name : names) {
      add.addFilepattern(name);
      commit.setOnly(name);
    }
    // a file that is new must be known before it can be named
    add.call();
    return commit.call();
  }
}
