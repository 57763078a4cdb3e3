package dev.hone.model.embedded.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The beginning of a file that is being fetched, hashed as it grows. It outlives the process, so
/// that the next one goes on where this one stopped, whatever the source of the bytes is.
final class Partial implements AutoCloseable {
  private final Path file;
  private final Disk disk;
  private final String what;
  private final FileChannel channel;
  private MessageDigest digest = Digests.sha256();
  private long bytes;

  private Partial(Disk disk, Path file, String what, FileChannel channel) {
    this.disk = disk;
    this.file = file;
    this.what = what;
    this.channel = channel;
  }

  /// {@return where the beginning of a file is kept}
  static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /// Opens what is there, reading it once for the hash; more than `mostBytes` cannot be a beginning
  /// and is thrown away.
  static Partial open(Disk disk, String what, long mostBytes) throws IOException {
    Path file = of(disk.folder().resolve(what));
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Partial partial = new Partial(disk, file, what, channel);
    if (channel.size() > mostBytes) {
      channel.truncate(0);
    }
    partial.hashWhatIsThere();
    return partial;
  }

  private void hashWhatIsThere() throws IOException {
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        bytes += count;
      }
    }
    channel.position(bytes);
  }

  long bytes() {
    return bytes;
  }

  /// Adds bytes; a disk that is full, or fails, is a ModelException.
  void append(byte[] buffer, int count) {
    try {
      ByteBuffer view = ByteBuffer.wrap(buffer, 0, count);
      while (view.hasRemaining()) {
        channel.write(view);
      }
    } catch (IOException e) {
      // Half a buffer may be there; the next process hashes what it finds.
      throw disk.failure("fetching " + what, e);
    }
    digest.update(buffer, 0, count);
    bytes += count;
  }

  /// Forgets all bytes.
  void restart() {
    try {
      channel.truncate(0);
      channel.position(0);
    } catch (IOException e) {
      throw disk.failure("fetching " + what, e);
    }
    digest = Digests.sha256();
    bytes = 0;
  }

  /// {@return the hash of all bytes} Call it once, at the end.
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// {@return where the bytes are}
  Path file() {
    return file;
  }

  /// Gives the file its name, with its bytes on the disk before.
  void become(Path name) throws IOException {
    channel.force(true);
    channel.close();
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
