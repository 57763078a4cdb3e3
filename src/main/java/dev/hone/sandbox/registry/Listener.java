package dev.hone.sandbox.registry;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Listens on a socket in the file system and serves each connection on a thread of its own.
final class Listener implements AutoCloseable {
  private final ServerSocketChannel server;
  private final Path socket;
  private final Semaphore places;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  /// What is done with a connection.
  @FunctionalInterface
  interface Service {
    void serve(SocketChannel connection) throws IOException;
  }

  Listener(Path socket, int connections, Service service) throws IOException {
    this.socket = socket;
    this.places = new Semaphore(connections);
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      // The box's user is another one. The folder around it can be passed only by its owner.
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    var _ = Thread.ofVirtual().start(() -> accept(service));
  }

  private void accept(Service service) {
    try {
      while (true) {
        places.acquire();
        SocketChannel connection = server.accept();
        open.add(connection);
        var _ = Thread.ofVirtual().start(() -> serve(connection, service));
      }
    } catch (ClosedChannelException | InterruptedException _) {
      // Closing is how it ends.
    } catch (IOException e) {
      System.getLogger(Listener.class.getName())
          .log(System.Logger.Level.WARNING, "no more connections from the box", e);
    }
  }

  private void serve(SocketChannel connection, Service service) {
    try (connection) {
      service.serve(connection);
    } catch (IOException e) {
      // The other side went away, which its own command reports.
      System.getLogger(Listener.class.getName())
          .log(System.Logger.Level.DEBUG, "a connection from the box ended", e);
    } finally {
      open.remove(connection);
      places.release();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (SocketChannel connection : open) {
        connection.close();
      }
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new IllegalStateException("could not close " + socket, e);
    }
  }
}
