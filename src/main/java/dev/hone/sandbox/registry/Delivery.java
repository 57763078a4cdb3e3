package dev.hone.sandbox.registry;

import dev.hone.sandbox.collect.Caps;
import dev.hone.sandbox.collect.Intake;
import dev.hone.sandbox.collect.Unfit;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes files out of a box. They come as a stream of names and bytes over a socket, so there is no
/// link to follow and no folder of the box to read: only regular files are ever made.
///
/// The stream is the mark with a line end, then for each file its path (4 bytes of length, UTF-8)
/// and its content (8 bytes of length), then a length of 0. It is answered by a line: `taken`, or
/// what is wrong with it. Only the first stream with the mark counts.
public final class Delivery implements AutoCloseable {
  private static final int MARK_BYTES = 200;
  private static final int PATH_BYTES = 1000;

  private final Path folder;
  private final String mark;
  private final Caps caps;
  private final Listener listener;
  private @Nullable Delivered delivered;
  private String problem = "";
  private boolean begun;

  /// What came.
  ///
  /// @param hash names content and paths of all files
  /// @param files how many there are
  /// @param bytes their size
  public record Delivered(String hash, int files, long bytes) {}

  /// {@return what packages and what they need may come to: 50,000 files, 512 MiB one, 1 GiB all}
  public static Caps packages() {
    return new Caps(50_000, 512L << 20, 1L << 30);
  }

  /// Starts to listen.
  ///
  /// @param socket where; its folder is there and can be passed by the box's user
  /// @param mark what a stream has to begin with; known to the box's command alone
  /// @param folder an empty folder, which receives the files
  /// @param caps what is taken at most
  /// @throws IOException if the socket cannot be made
  public Delivery(Path socket, String mark, Path folder, Caps caps) throws IOException {
    this.folder = folder;
    this.mark = mark;
    this.caps = caps;
    this.listener = new Listener(socket, 4, this::serve);
  }

  /// {@return what came whole, or empty}
  public synchronized Optional<Delivered> delivered() {
    return Optional.ofNullable(delivered);
  }

  /// {@return why what came was not taken; empty where nothing was wrong}
  public synchronized String problem() {
    return problem;
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(SocketChannel box) throws IOException {
    DataInputStream in = new DataInputStream(Channels.newInputStream(box));
    if (mark(in).equals(mark) && first(in)) {
      String answer = (problem().isEmpty() ? "taken" : problem()) + "\n";
      box.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    }
    box.shutdownOutput();
    // Closed with something unread, the answer would be lost to the other side.
    in.transferTo(OutputStream.nullOutputStream());
  }

  private synchronized boolean first(DataInputStream in) throws IOException {
    if (begun) {
      return false;
    }
    begun = true;
    try {
      delivered = take(in);
    } catch (Unfit e) {
      problem = String.valueOf(e.getMessage());
    } catch (EOFException _) {
      problem = "the files ended in the middle";
    }
    return true;
  }

  private static String mark(InputStream in) throws IOException {
    StringBuilder mark = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (mark.length() == MARK_BYTES) {
        return "";
      }
      mark.append((char) next);
    }
    return mark.toString();
  }

  private Delivered take(DataInputStream in) throws IOException, Unfit {
    Intake intake = new Intake(folder, caps);
    SortedMap<String, String> hashes = new TreeMap<>();
    long total = 0;
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      String path = path(in, length);
      long size = in.readLong();
      intake.admit(path, size);
      total += size;
      hashes.put(path, intake.write(path, size, in));
    }
    MessageDigest all = Intake.sha256();
    hashes.forEach(
        (path, hash) -> all.update((hash + " " + path + "\n").getBytes(StandardCharsets.UTF_8)));
    return new Delivered(
        HexFormat.of().formatHex(all.digest()).substring(0, 32), hashes.size(), total);
  }

  private static String path(DataInputStream in, int length) throws IOException, Unfit {
    if (length < 0 || length > PATH_BYTES) {
      throw new Unfit("a path is longer than %d bytes".formatted(PATH_BYTES));
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
