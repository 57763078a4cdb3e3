package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.hone.failure.UsageException;
import dev.hone.model.ModelException;
import dev.hone.model.embedded.GgufFiles;
import dev.hone.progress.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(1), 2);

  private final List<Event> events = new ArrayList<>();

  @TempDir Path temp;
  private Path models;
  private byte[] content = {};
  private String hash = "";
  private HubServer server;

  @BeforeEach
  void startTheServer() throws IOException {
    models = temp.resolve("cache/models");
    Path file =
        new GgufFiles()
            .text("general.architecture", "llama")
            .text("general.license", "mit")
            .write(temp.resolve("made.gguf"));
    content = Files.readAllBytes(file);
    hash = HexFormat.of().formatHex(Digests.sha256(file));
    server = new HubServer(content);
    server.version("\"one\"");
  }

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  @Test
  void aFileFromAnAddressIsKeptWithItsHashAndItsLicence() {
    ModelEntry entry = library().pull(address(), "");

    assertThat(entry)
        .isEqualTo(
            new ModelEntry(
                "tiny.gguf",
                models.resolve("tiny.gguf"),
                content.length,
                hash,
                "mit",
                address(),
                ModelEntry.State.HERE));
    assertThat(entry.file()).hasBinaryContent(content);
    assertThat(library().list()).last().isEqualTo(entry);
    assertThat(store().path("tiny.gguf")).isEqualTo(entry.file());
  }

  @Test
  void whatIsHereIsNotAskedForAgain() {
    library().pull(address(), "");
    int looks = server.looks();

    assertThat(library().pull(address(), hash)).isEqualTo(library().pull("tiny.gguf", ""));
    assertThat(server.looks()).isEqualTo(looks);
    assertThat(server.ranges()).containsExactly("all");
  }

  @Test
  void theHubIsAskedAtItsAddress() {
    server.linked("\"" + hash + "\"");

    ModelEntry entry = library().pull("hub:ada/tiny/tiny.gguf@v1", "");

    assertThat(entry.source()).isEqualTo(server.address() + "/ada/tiny/resolve/v1/tiny.gguf");
  }

  @Test
  void aFileWithAnotherHashThanTheHubNamesNeverGetsItsName() {
    server.linked("\"" + "0".repeat(64) + "\"");

    assertThatThrownBy(() -> library().pull("hub:ada/tiny/tiny.gguf", ""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("it has SHA-256 " + hash + ", expected " + "0".repeat(64));
    assertThat(models.resolve("tiny.gguf")).doesNotExist();
  }

  @Test
  void aHashThatWasAskedForHasToBeRight() {
    assertThatThrownBy(() -> library().pull(address(), "1".repeat(64)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("expected " + "1".repeat(64));
    assertThat(library().pull(address(), hash).sha256()).isEqualTo(hash);
    assertThatThrownBy(() -> library().pull(address(), "1".repeat(64)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("hone model remove tiny.gguf");
    assertThatThrownBy(() -> library().pull(address(), "abc"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("64 hexadecimal digits");
  }

  @Test
  void aPullGoesOnWhereItStopped() {
    server.then(this::cutOnceKept).then(HubServer.status(404));
    assertThatThrownBy(() -> library().pull(address(), ""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("run the command again to go on");
    assertThat(library().list()).last().returns(ModelEntry.State.BEGUN, ModelEntry::state);

    assertThat(library().pull("tiny.gguf", "").file()).hasBinaryContent(content);
    assertThat(server.ranges()).containsExactly("all", "bytes=500-", "bytes=500-");
  }

  @Test
  void twoVersionsAreNotPutTogether() {
    server.then(this::cutOnceKept).then(HubServer.status(404));
    assertThatThrownBy(() -> library().pull(address(), "")).isInstanceOf(ModelException.class);
    server.version("\"two\"");

    assertThat(library().pull(address(), "").file()).hasBinaryContent(content);
    assertThat(server.ranges()).containsExactly("all", "bytes=500-", "all");
  }

  @Test
  void whatIsNoModelIsNotKept() throws IOException {
    byte[] page = "<html>Not found</html>".getBytes(StandardCharsets.UTF_8);
    try (HubServer pages = new HubServer(page)) {
      assertThatThrownBy(() -> library().pull(pages.address() + "/tiny.gguf", ""))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("is no whole GGUF model file, and was removed");
    }
    assertThat(models.resolve("tiny.gguf")).doesNotExist();
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.close();

    assertThatThrownBy(() -> library().pull(address(), ""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(address() + " could not be fetched: no connection");
  }

  @Test
  void offlineNothingIsAskedForAndWhatIsHereIsGood() {
    assertThatThrownBy(() -> offline().pull(address(), ""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("would be fetched from " + address());
    assertThat(server.looks()).isZero();
    library().pull(address(), "");
    assertThat(offline().pull(address(), "").state()).isEqualTo(ModelEntry.State.HERE);
  }

  @Test
  void anotherFileOfThatNameIsNotWrittenOver() throws IOException {
    library().pull(address(), "");
    assertThatThrownBy(() -> library().pull(server.address() + "/else/tiny.gguf", ""))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("tiny.gguf is here from " + address());
    Path own = Files.write(models.resolve("own.gguf"), content);
    assertThatThrownBy(() -> library().pull(server.address() + "/own.gguf", ""))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--model " + own);
  }

  @Test
  void theFileOfAModelWithANameIsPulledByIt() {
    assertThatThrownBy(() -> library().pull(server.address() + "/named.gguf", ""))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("type hone model pull named");
    assertThat(library().pull("named", "").file()).hasBinaryContent(content);
    assertThat(library().list().getFirst().state()).isEqualTo(ModelEntry.State.HERE);
  }

  @Test
  void aChangedFileIsSeen() throws IOException {
    ModelEntry entry = library().pull(address(), "");
    assertThat(library().verify("tiny.gguf", "").isRight()).isTrue();
    byte[] changed = content.clone();
    changed[content.length - 1]++;
    Files.write(entry.file(), changed);
    Files.setLastModifiedTime(entry.file(), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(library().list()).last().returns(ModelEntry.State.UNCHECKED, ModelEntry::state);
    CheckedModel checked = library().verify("tiny.gguf", "");
    assertThat(checked.isRight()).isFalse();
    assertThat(checked.expected()).isEqualTo(hash);
    assertThatThrownBy(() -> store().path("tiny.gguf"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is not what was fetched")
        .hasMessageContaining("hone model pull " + address());
    assertThat(library().pull("tiny.gguf", "").file()).hasBinaryContent(content);
  }

  @Test
  void aFileThatWasCutShortIsSeen() throws IOException {
    ModelEntry entry = library().pull(address(), "");
    Files.write(entry.file(), Arrays.copyOf(content, 700));

    assertThat(library().list()).last().returns(ModelEntry.State.CHANGED, ModelEntry::state);
    assertThat(library().verify("tiny.gguf", "").isRight()).isFalse();
    assertThatThrownBy(() -> store().path("tiny.gguf")).isInstanceOf(ModelException.class);
  }

  @Test
  void aFileOfWhichNothingIsKnownIsHeldAgainstAGivenHash() throws IOException {
    Path own = Files.write(temp.resolve("own.gguf"), content);

    assertThat(library().verify(own.toString(), ""))
        .isEqualTo(new CheckedModel(own, content.length, hash, ""))
        .returns(false, CheckedModel::isRight);
    assertThat(library().verify(own.toString(), hash).isRight()).isTrue();
  }

  @Test
  void aModelIsRemovedWithAllThatIsRememberedOfIt() throws IOException {
    library().pull(address(), "");

    library().remove("tiny.gguf");

    assertThat(models.toFile().list()).containsExactly("tiny.gguf.lock");
    assertThatThrownBy(() -> library().remove("tiny.gguf")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> library().remove("named"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not here");
  }

  @Test
  void aFileOutsideTheCacheIsNotRemoved() throws IOException {
    library().pull(address(), "");
    Path own = Files.write(temp.resolve("own.gguf"), content);
    Path beside = models.resolve("../../own.gguf");

    for (Path path : List.of(own, beside)) {
      assertThatThrownBy(() -> library().remove(path.toString()))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is not in the cache of Hone");
    }
    assertThat(own).exists();
    library().remove(models.resolve("tiny.gguf").toString());
    assertThat(models.resolve("tiny.gguf")).doesNotExist();
  }

  @Test
  void aLinkInTheCacheIsRemovedAndNotWhatItLeadsTo() throws IOException {
    Path own = Files.write(temp.resolve("own.gguf"), content);
    Files.createDirectories(models);
    Files.createSymbolicLink(models.resolve("link.gguf"), own);

    library().remove("link.gguf");

    assertThat(own).hasBinaryContent(content);
    assertThat(models.resolve("link.gguf")).doesNotExist();
  }

  @Test
  void anUnknownNameNamesThoseThereAre() {
    assertThatThrownBy(() -> library().find("namde"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("choose one of named")
        .hasMessageContaining("did you mean named?");
  }

  /// Sends a beginning, and ends the connection once it is on the disk: a client may drop what it
  /// has not read yet when a connection breaks.
  private void cutOnceKept(HttpExchange exchange, int offset) throws IOException {
    OutputStream body = server.startFrom(exchange, offset);
    body.write(content, offset, 500);
    body.flush();
    Path part = models.resolve("tiny.gguf.part");
    for (int i = 0; i < 2000 && !(Files.exists(part) && Files.size(part) == 500); i++) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private String address() {
    return server.address() + "/files/tiny.gguf";
  }

  private Catalogue catalogue() {
    HostedModel.Parts none = new HostedModel.Parts("", "", 0, 0);
    return new Catalogue(
        server.address(),
        List.of(new HostedModel("named", "named.gguf", content.length, hash, "MIT", "a/b", none)));
  }

  private ModelLibrary library() {
    Access access = new Access(Map.of(), false);
    return new ModelLibrary(temp.resolve("cache"), events::add, access, catalogue(), SHORT);
  }

  private ModelLibrary offline() {
    Access access = new Access(Map.of(), true);
    return new ModelLibrary(temp.resolve("cache"), events::add, access, catalogue(), SHORT);
  }

  private ModelStore store() {
    Access access = new Access(Map.of(), true);
    return new ModelStore(temp.resolve("cache"), events::add, access, catalogue(), SHORT);
  }
}
