package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.HoneException;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.PlainLanguage;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.ScriptedSandbox;
import dev.hone.sandbox.registry.Route;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {
  private static final List<PackageName> NAMES = PackageName.list("shape");
  private static final PackageFetch BUILT =
      new PackageFetch(
          "cargo", List.of("fetch"), Map.of(), List.of(), Set.of(), List.of("build"), "");

  @TempDir Path cache;

  @Test
  void aClientThatWasRefusedAHostIsNotBelievedThatThereIsNoPackage() {
    fails(
            new ScriptedSandbox()
                .then(
                    job -> {
                      say(job, PackageFetch.REGISTRY, "CONNECT files.example:443 HTTP/1.1\r\n\r\n");
                      return ScriptedSandbox.ended(1, "unknown shape\n");
                    }))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining(
            "Refused, as it is not the registry of cargo's settings: files.example:443");
  }

  @Test
  void whatIsFetchedAndCannotBeBuiltIsSaidToBeSo() {
    fails(new ScriptedSandbox().then(FetcherTest::fetched).then(_ -> ScriptedSandbox.ended(1, "")))
        .isInstanceOf(PackageException.class)
        .hasMessageStartingWith("cargo fetched shape and could not build it")
        .hasMessageContaining("name another version");
    fails(
            new ScriptedSandbox()
                .then(FetcherTest::fetched)
                .then(_ -> ScriptedSandbox.limited(Limit.CPU)))
        .hasMessageEndingWith("in a box without a network: it reached the limit on cpu");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> fails(ScriptedSandbox sandbox) {
    Shelf shelf = new Shelf(cache, new PlainLanguage(), "");
    return assertThatThrownBy(
            () -> new Fetcher(sandbox, new Route.Closed(), shelf).fetch(BUILT, NAMES))
        .isInstanceOf(HoneException.class);
  }

  private static Execution fetched(Job job) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(job.input().getBytes(StandardCharsets.UTF_8));
      out.writeInt(1);
      out.writeBytes("a");
      out.writeLong(0);
      out.writeInt(0);
      say(job, PackageFetch.DELIVERY, bytes.toString(StandardCharsets.ISO_8859_1));
      return ScriptedSandbox.ended(0, "resolved shape 1.0.0 shape\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Speaks to a socket as the box's client does, and waits for its answer.
  private static void say(Job job, String variable, String text) {
    Path socket = Path.of(job.environment().getOrDefault(variable, ""));
    try (SocketChannel box = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      box.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
      box.shutdownOutput();
      Channels.newInputStream(box).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
