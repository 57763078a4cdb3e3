package dev.hone.sandbox.collect;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes the files that a job wanted out of its work folder. Called only when all of its processes
/// are gone, so that nothing changes any more between a look at a file and its opening. All the
/// same each folder is opened in the one before it and no link is followed.
public final class Collector {
  private final Wanted wanted;
  private final Intake intake;

  /// Makes a collector.
  ///
  /// @param wanted which files, and where to
  public Collector(Wanted wanted) {
    this.wanted = wanted;
    this.intake = new Intake(wanted.into(), wanted.caps());
  }

  /// {@return what became of each file, in the order in which they were wanted} A file that may not
  /// come, or cannot, does not keep the others from coming.
  ///
  /// @param work the work folder
  public List<Collected> collect(Path work) {
    List<Collected> all = new ArrayList<>();
    for (String path : wanted.paths()) {
      all.add(collected(work, path));
    }
    return all;
  }

  private Collected collected(Path work, String path) {
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(work)) {
      if (folder instanceof SecureDirectoryStream<Path> secure) {
        return new Collected(path, taken(secure, work, path), "");
      }
      return refused(path, "folders cannot be opened here without following links");
    } catch (Unfit e) {
      return refused(path, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      return refused(path, "there is no such file");
    } catch (InvalidPathException e) {
      return refused(path, "its name has letters that names cannot have here");
    } catch (EOFException e) {
      return refused(path, "it is shorter than it said");
    } catch (FileSystemLoopException e) {
      return refused(path, "a part of its path is a link");
    } catch (FileSystemException e) {
      return refused(path, "it cannot be read: " + e.getReason());
    } catch (IOException e) {
      return refused(path, "it cannot be read: " + e.getMessage());
    }
  }

  private static Collected refused(String path, String problem) {
    return new Collected(path, 0, problem);
  }

  private long taken(SecureDirectoryStream<Path> work, Path root, String path)
      throws IOException, Unfit {
    List<String> parts = Intake.parts(path);
    List<SecureDirectoryStream<Path>> opened = new ArrayList<>();
    try {
      SecureDirectoryStream<Path> folder = work;
      for (String part : parts.subList(0, parts.size() - 1)) {
        require(attributes(folder, part).isDirectory(), part + " is no folder");
        folder = folder.newDirectoryStream(Path.of(part), LinkOption.NOFOLLOW_LINKS);
        opened.add(folder);
      }
      return taken(folder, parts.getLast(), root, path);
    } finally {
      for (SecureDirectoryStream<Path> each : opened.reversed()) {
        each.close();
      }
    }
  }

  private long taken(SecureDirectoryStream<Path> folder, String name, Path root, String path)
      throws IOException, Unfit {
    BasicFileAttributes attributes = attributes(folder, name);
    // Before it is opened: opening a pipe or a device can wait for ever, or do something.
    require(attributes.isRegularFile(), "it is no regular file");
    Object links = Files.getAttribute(root.resolve(path), "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    require(links.equals(1), "it has other names (hard links)");
    intake.admit(path, attributes.size());
    Path last = Path.of(name);
    try (SeekableByteChannel channel =
        folder.newByteChannel(last, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      var _ = intake.write(path, attributes.size(), Channels.newInputStream(channel));
    }
    return attributes.size();
  }

  private static BasicFileAttributes attributes(SecureDirectoryStream<Path> folder, String name)
      throws IOException {
    return folder
        .getFileAttributeView(
            Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  private static void require(boolean fit, String otherwise) throws Unfit {
    if (!fit) {
      throw new Unfit(otherwise);
    }
  }
}
