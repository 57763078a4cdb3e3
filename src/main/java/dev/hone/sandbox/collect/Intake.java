package dev.hone.sandbox.collect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A folder that receives files from a box. Only regular files are made, each anew and below the
/// folder, so that neither a name nor a link leads elsewhere. Not safe for use by several threads.
public final class Intake {
  private static final int PATH_BYTES = 1000;
  private static final Pattern PART = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

  private final Path folder;
  private final Caps caps;
  private final Set<String> taken = new HashSet<>();
  private long total;

  /// Makes an intake.
  ///
  /// @param folder the folder
  /// @param caps what is taken at most
  public Intake(Path folder, Caps caps) {
    this.folder = folder;
    this.caps = caps;
  }

  /// {@return the parts of a path, none of which leads up, or elsewhere, or hides something from
  /// who reads it}
  ///
  /// @param path a path with `/` between its parts
  /// @throws Unfit if it is none below a folder
  public static List<String> parts(String path) throws Unfit {
    if (path.length() > PATH_BYTES) {
      throw new Unfit("a path is longer than %d bytes".formatted(PATH_BYTES));
    }
    List<String> parts = List.of(path.split("/", -1));
    for (String part : parts) {
      if (!PART.matcher(part).matches() || part.equals(".") || part.equals("..")) {
        throw new Unfit("the path '%s' is none below the folder".formatted(printable(path)));
      }
    }
    return parts;
  }

  /// Checks a file before any of its content is read, and counts it.
  ///
  /// @param path its path below the folder
  /// @param size its size in bytes
  /// @throws Unfit if it may not come
  public void admit(String path, long size) throws Unfit {
    var _ = parts(path);
    if (size < 0 || size > caps.fileBytes()) {
      throw new Unfit("%s is larger than %s".formatted(path, amount(caps.fileBytes())));
    }
    if (total + size > caps.totalBytes()) {
      throw new Unfit("the files are larger than %s".formatted(amount(caps.totalBytes())));
    }
    if (taken.size() == caps.files()) {
      throw new Unfit("there are more than %d files".formatted(caps.files()));
    }
    if (!taken.add(path)) {
      throw new Unfit(path + " came twice");
    }
    total += size;
  }

  /// {@return the SHA-256 of a file that was admitted, in hexadecimal, after writing it} Leaves
  /// what follows its content unread.
  ///
  /// @param path its path below the folder
  /// @param size its size in bytes
  /// @param from its content
  /// @throws Unfit if it cannot be written there
  /// @throws EOFException if there is less than its size
  /// @throws IOException if it cannot be read
  public String write(String path, long size, InputStream from) throws IOException, Unfit {
    Path file = file(path);
    MessageDigest digest = sha256();
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out =
          new DigestOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest)) {
        copy(from, out, size);
      }
    } catch (FileSystemException e) {
      // Such as a file where another one needs a folder, or a disk that is full.
      throw new Unfit("%s cannot be written (%s)".formatted(printable(path), reason(e)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path file(String path) throws Unfit {
    try {
      Path file = folder.resolve(path).normalize();
      Path parent = file.getParent();
      if (file.startsWith(folder) && parent != null && linkless(parent)) {
        return file;
      }
      throw new Unfit("the path '%s' is none below the folder".formatted(printable(path)));
    } catch (InvalidPathException _) {
      // Such as a letter with an accent where Java was started with LANG=C.
      throw new Unfit(
          "the path '%s' has letters that names of files cannot have here (set LANG=C.UTF-8)"
              .formatted(printable(path)));
    }
  }

  private boolean linkless(Path parent) {
    for (Path p = parent; p != null && !p.equals(folder); p = p.getParent()) {
      if (Files.isSymbolicLink(p)) {
        return false;
      }
    }
    return true;
  }

  private static void copy(InputStream from, OutputStream to, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = size; left > 0; ) {
      int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private static String amount(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
  }

  private static String printable(String path) {
    return path.replaceAll("\\p{Cntrl}", "?");
  }

  /// {@return a digest of the kind that names content}
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
