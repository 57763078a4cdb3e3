package dev.hone.sandbox.landlock;

import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.CopyIn;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The folders of one run, on the machine's disk.
///
/// @param root holds the others
/// @param slot the user they belong to, if it is not Hone's own
public record Folders(Path root, Optional<Slots.Slot> slot) {
  private static final FileAttribute<?> PASSABLE = permissions("rwx--x--x");
  private static final FileAttribute<?> CLOSED = permissions("rwx------");

  /// {@return folders made on the disk, empty}
  ///
  /// @param root where; it must not be there
  /// @param slot the user they shall belong to, if it is not Hone's own
  /// @throws IOException if they cannot be made
  public static Folders make(Path root, Optional<Slots.Slot> slot) throws IOException {
    return make(root).given(slot);
  }

  /// {@return folders made on the disk, empty, of Hone's own user}
  static Folders make(Path root) throws IOException {
    Folders folders = new Folders(root, Optional.empty());
    Files.createDirectory(root, PASSABLE);
    Files.createDirectory(folders.work(), CLOSED);
    Files.createDirectory(folders.temporary(), CLOSED);
    return folders;
  }

  /// {@return these in another place}
  ///
  /// @param to where, in the same folder
  Folders moved(Path to) throws IOException {
    Files.move(root, to, StandardCopyOption.ATOMIC_MOVE);
    return new Folders(to, slot);
  }

  /// {@return these, given to a user}
  ///
  /// @param to the user they shall belong to, if it is not Hone's own
  Folders given(Optional<Slots.Slot> to) throws IOException {
    Folders given = new Folders(root, to);
    given.give(work());
    given.give(temporary());
    return given;
  }

  /// {@return the work folder}
  public Path work() {
    return root.resolve("box");
  }

  /// {@return the folder for temporary files}
  public Path temporary() {
    return root.resolve("tmp");
  }

  Path mark() {
    return root.resolve("ready");
  }

  /// Copies what a folder holds into the work folder; links are copied as links.
  ///
  /// @param from the folder
  /// @throws IOException if something in it cannot be copied
  public void copyIn(Path from) throws IOException {
    new CopyIn(from, work(), slot.map(Slots.Slot::uid).orElseGet(Tools::uid)).run();
  }

  /// {@return the control group among what a run holds, if it has one}
  static Optional<Cgroup> groupAmong(List<AutoCloseable> held) {
    return held.stream().filter(Cgroup.class::isInstance).map(Cgroup.class::cast).findFirst();
  }

  private static FileAttribute<?> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  private void give(Path path) throws IOException {
    if (slot.isPresent()) {
      int uid = slot.get().uid();
      Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
