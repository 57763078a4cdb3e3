package dev.hone.model.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server that sends the beginning of a reply and then nothing, and sees when the other side
/// closes the connection.
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String start;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /// Starts it.
  ///
  /// @param start what is sent, from the status line on; nothing where it is empty
  RawServer(String start) throws IOException {
    this.start = start;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  static String streaming(Speech speech, String begun) {
    return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 1000000\r\n\r\n%s"
        .formatted(speech.contentType(), begun);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Waits until a request is here.
  void awaitRequest() throws InterruptedException {
    asked.await();
  }

  /// {@return whether the other side closed the connection within some seconds}
  boolean sawClose() throws InterruptedException {
    return closed.await(20, TimeUnit.SECONDS);
  }

  private void serve() {
    try {
      while (true) {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> answer(one));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void answer(Socket one) {
    try (one;
        InputStream in = one.getInputStream();
        OutputStream out = one.getOutputStream()) {
      byte[] buffer = new byte[1 << 16];
      int count = in.read(buffer);
      asked.countDown();
      out.write(start.getBytes(StandardCharsets.UTF_8));
      out.flush();
      while (count >= 0) {
        count = in.read(buffer);
      }
    } catch (IOException _) {
      // A reset is a close as well.
    }
    closed.countDown();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
