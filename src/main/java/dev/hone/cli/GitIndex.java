package dev.hone.cli;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The index of a git repository, as far as it tells whether git has what a file holds, so that
/// `git restore` brings it back. Git itself need not be there, and nothing is written. What cannot
/// be read counts as not there.
final class GitIndex {
  private static final int MAGIC = 0x44495243;
  private static final int STAT_BYTES = 40;
  private static final int HASH_BYTES = 20;
  private static final int EXTENDED = 0x4000;
  private static final int STAGE = 0x3000;

  private GitIndex() {}

  /// {@return whether the index of the repository around a file has it with this content}
  ///
  /// @param file an existing file
  /// @param content what it holds
  static boolean holds(Path file, byte[] content) {
    try {
      Path real = file.toRealPath();
      Path root = root(real.getParent());
      if (root == null) {
        return false;
      }
      ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(folder(root).resolve("index")));
      String name = bytewise(root.relativize(real).toString().replace('\\', '/'));
      return hash(index, name).filter(found -> Arrays.equals(found, blob(content))).isPresent();
    } catch (IOException
        | BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException _) {
      return false;
    }
  }

  private static @Nullable Path root(@Nullable Path folder) {
    Path at = folder;
    while (at != null && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
    }
    return at;
  }

  // In a further work tree of a repository `.git` is a file that names the folder.
  private static Path folder(Path root) throws IOException {
    Path git = root.resolve(".git");
    return Files.isDirectory(git)
        ? git
        : root.resolve(Files.readString(git).replaceFirst("^gitdir: ", "").strip());
  }

  private static Optional<byte[]> hash(ByteBuffer index, String wanted) {
    if (index.getInt() != MAGIC) {
      return Optional.empty();
    }
    int version = index.getInt();
    int entries = index.getInt();
    String name = "";
    for (int i = 0; i < entries; i++) {
      int start = index.position();
      index.position(start + STAT_BYTES);
      byte[] hash = new byte[HASH_BYTES];
      index.get(hash);
      int flags = index.getShort();
      if ((flags & EXTENDED) != 0) {
        index.getShort();
      }
      name =
          version == 4 ? name.substring(0, name.length() - cut(index)) + text(index) : text(index);
      if (version != 4) {
        // entries are filled up with zeros to a multiple of eight bytes
        index.position(start + (index.position() - start + 7) / 8 * 8);
      }
      if (name.equals(wanted) && (flags & STAGE) == 0) {
        return Optional.of(hash);
      }
    }
    return Optional.empty();
  }

  /// How many characters of the name before are not shared: a number of seven bits a byte.
  private static int cut(ByteBuffer index) {
    int next = index.get();
    int value = next & 0x7f;
    while ((next & 0x80) != 0) {
      next = index.get();
      value = ((value + 1) << 7) | (next & 0x7f);
    }
    return value;
  }

  private static String text(ByteBuffer index) {
    int start = index.position();
    int end = start;
    while (index.get(end) != 0) {
      end++;
    }
    byte[] name = new byte[end - start];
    index.get(name).get();
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  // One byte a character: the shared beginnings of names are counted in bytes.
  private static String bytewise(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static byte[] blob(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
