package dev.hone.language.client;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Files on their way out of the box: the mark with a line end, then for each file its path (4
/// bytes of length, UTF-8) and its content (8 bytes of length), then a length of 0.
final class HandingOver {
  private static final int BUFFER_BYTES = 1 << 20;

  private HandingOver() {}

  /// Returns the answer: `taken`, or what is wrong with the files.
  static String answer(Path socket, String mark, Map<String, Path> files) throws IOException {
    try (SocketChannel out = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      DataOutputStream stream =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(out), BUFFER_BYTES));
      stream.write((mark + "\n").getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
        byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
        stream.writeInt(path.length);
        stream.write(path);
        stream.writeLong(Files.size(file.getValue()));
        Files.copy(file.getValue(), stream);
      }
      stream.writeInt(0);
      stream.flush();
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(out), StandardCharsets.UTF_8));
      String line = answer.readLine();
      return line == null ? "no answer" : line;
    }
  }
}
