package dev.hone.sandbox.registry;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
  private static final Pattern PART = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

  private final Path folder;
  private final String mark;
  private final Caps caps;
  private final Listener listener;
  private @Nullable Delivered delivered;
  private String problem = "";
  private boolean begun;

  /// What is taken at most.
  ///
  /// @param files how many files
  /// @param fileBytes the size of one
  /// @param totalBytes the size of all
  public record Caps(int files, long fileBytes, long totalBytes) {
    /// {@return 50,000 files, 512 MiB one, 1 GiB all}
    public static Caps usual() {
      return new Caps(50_000, 512L << 20, 1L << 30);
    }
  }

  /// What came.
  ///
  /// @param hash names content and paths of all files
  /// @param files how many there are
  /// @param bytes their size
  public record Delivered(String hash, int files, long bytes) {}

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
    SortedMap<String, String> hashes = new TreeMap<>();
    long total = 0;
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      String path = path(in, length);
      long size = in.readLong();
      total += size;
      if (size < 0 || size > caps.fileBytes()) {
        throw new Unfit("%s is larger than %d MiB".formatted(path, caps.fileBytes() >> 20));
      }
      if (total > caps.totalBytes()) {
        throw new Unfit("the files are larger than %d MiB".formatted(caps.totalBytes() >> 20));
      }
      if (hashes.size() == caps.files()) {
        throw new Unfit("there are more than %d files".formatted(caps.files()));
      }
      if (hashes.containsKey(path)) {
        throw new Unfit(path + " came twice");
      }
      hashes.put(path, write(in, path, size));
    }
    MessageDigest all = sha256();
    hashes.forEach(
        (path, hash) -> all.update((hash + " " + path + "\n").getBytes(StandardCharsets.UTF_8)));
    return new Delivered(
        HexFormat.of().formatHex(all.digest()).substring(0, 32), hashes.size(), total);
  }

  private static String path(DataInputStream in, int length) throws IOException, Unfit {
    if (length < 0 || length > PATH_BYTES) {
      throw new Unfit("a path is longer than %d bytes".formatted(PATH_BYTES));
    }
    String path = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    for (String part : path.split("/", -1)) {
      if (!PART.matcher(part).matches() || part.equals(".") || part.equals("..")) {
        throw new Unfit("the path '%s' is none below the folder".formatted(printable(path)));
      }
    }
    return path;
  }

  private String write(DataInputStream in, String path, long size) throws IOException, Unfit {
    Path file = file(path);
    MessageDigest digest = sha256();
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out =
          new DigestOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest)) {
        copy(in, out, size);
      }
    } catch (java.nio.file.FileSystemException e) {
      // Such as a file where another one needs a folder, or a disk that is full.
      throw new Unfit("%s cannot be written (%s)".formatted(printable(path), e.getReason()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path file(String path) throws Unfit {
    try {
      Path file = folder.resolve(path).normalize();
      if (file.startsWith(folder)) {
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

  private static void copy(DataInputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = size; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static String printable(String path) {
    return path.replaceAll("\\p{Cntrl}", "?");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What came is not what may come.
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }
}
