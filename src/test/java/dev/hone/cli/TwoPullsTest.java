package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.hone.model.embedded.GgufFiles;
import dev.hone.model.embedded.store.HubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes that pull the same file at once.
class TwoPullsTest {
  private static final int FIRST = 400;

  @TempDir Path temp;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private byte[] content = {};
  private HubServer server;

  @BeforeEach
  void start() throws IOException {
    Path file = new GgufFiles().text("general.architecture", "llama").write(temp.resolve("a"));
    content = Files.readAllBytes(file);
    server = new HubServer(content);
    server.version("\"one\"");
    server.then(this::halt);
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void theSecondWaitsForTheFirstAndFetchesNothing() throws Exception {
    Process first = pull();
    begun.await();
    Process second = pull();
    awaitLine(second, "another Hone is fetching tiny.gguf; waiting for it");
    released.countDown();

    assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(0, 0);
    assertThat(temp.resolve("cache/models/tiny.gguf")).hasBinaryContent(content);
    assertThat(server.ranges()).containsExactly("all");
  }

  @Test
  void theSecondGoesOnWhereTheFirstWasKilled() throws Exception {
    Process first = pull();
    begun.await();
    awaitBytes(temp.resolve("cache/models/tiny.gguf.part"));
    first.destroyForcibly().waitFor();

    Process second = pull();

    assertThat(second.waitFor()).isZero();
    assertThat(temp.resolve("cache/models/tiny.gguf")).hasBinaryContent(content);
    assertThat(server.ranges()).containsExactly("all", "bytes=" + FIRST + "-");
  }

  /// Sends the beginning, and the rest once it is released.
  private void halt(HttpExchange exchange, int offset) throws IOException {
    OutputStream body = server.startFrom(exchange, offset);
    body.write(content, 0, FIRST);
    body.flush();
    begun.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    body.write(content, FIRST, content.length - FIRST);
  }

  private Process pull() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.hone.cli.Main",
            "model",
            "pull",
            server.address() + "/tiny.gguf");
    builder.environment().put("HONE_HOME", temp.toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static void awaitLine(Process process, String line) throws IOException {
    // Not closed: the process still writes.
    var reader = process.errorReader(StandardCharsets.UTF_8);
    String read = reader.readLine();
    while (read != null && !read.equals(line)) {
      read = reader.readLine();
    }
    assertThat(read).as("what the second process says").isEqualTo(line);
  }

  /// Waits until the file has as many bytes as were sent; the test's own time limit ends a wait in
  /// vain.
  private static void awaitBytes(Path file) throws IOException {
    while (!Files.exists(file) || Files.size(file) < FIRST) {
      LockSupport.parkNanos(10_000_000);
    }
  }
}
