package dev.hone.language.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A port of this box that leads to a socket in the file system, since clients know proxies by port
/// alone.
final class Forwarder {
  private static final int BUFFER_BYTES = 1 << 16;

  private Forwarder() {}

  /// Returns the port, which is served until the process ends.
  static int port(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
    var _ = background(() -> accept(server, socket));
    return address.getPort();
  }

  private static void accept(ServerSocketChannel server, Path socket) throws IOException {
    while (true) {
      SocketChannel near = server.accept();
      var _ = background(() -> tunnel(near, socket));
    }
  }

  private static void tunnel(SocketChannel near, Path socket)
      throws IOException, InterruptedException {
    try (near;
        SocketChannel far = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      Thread back = background(() -> copy(far, near));
      copy(near, far);
      back.join();
    }
  }

  private static void copy(SocketChannel source, SocketChannel target) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try {
      while (source.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          target.write(buffer);
        }
      }
      target.shutdownOutput();
    } catch (IOException e) {
      // One side is gone, and the client says what it misses.
      source.close();
      target.close();
    }
  }

  /// What a thread does.
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static Thread background(Work work) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                System.getLogger(Forwarder.class.getName())
                    .log(System.Logger.Level.WARNING, "no way to the registry", e);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
