package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.CommandLines.Ended;
import dev.hone.model.embedded.GgufFiles;
import dev.hone.model.embedded.store.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandTest {
  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] content = {};
  private String hash = "";
  private HubServer server;

  @BeforeEach
  void start() throws IOException, NoSuchAlgorithmException {
    environment.put("HONE_HOME", temp.toString());
    Path file =
        new GgufFiles()
            .text("general.architecture", "llama")
            .text("general.license", "mit")
            .text("tokenizer.chat_template", "{{ messages }}")
            .number("general.file_type", 15)
            .number("llama.context_length", 4096)
            .number("llama.block_count", 2)
            .number("llama.embedding_length", 64)
            .number("llama.attention.head_count", 4)
            .write(temp.resolve("tiny.gguf"));
    content = Files.readAllBytes(file);
    hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    server = new HubServer(content);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theGroupSaysWhatItHas() {
    assertThat(hone("--help")).isEqualTo(new Ended(0, Golden.of("help-model.txt"), ""));
    assertThat(CommandLines.run(environment, List.of("help", "model")))
        .isEqualTo(new Ended(0, Golden.of("help-model.txt"), ""));
    assertThat(hone())
        .isEqualTo(
            new Ended(
                2,
                "",
                "hone: hone model takes one of list, pull, show, verify, use, remove, serve\n"));
    assertThat(hone("lsit").err()).endsWith("not 'lsit'; did you mean list\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "pull", "show", "verify", "use", "remove"})
  void eachCommandHasItsHelp(String name) {
    assertThat(hone(name, "--help"))
        .isEqualTo(new Ended(0, Golden.of("help-model-" + name + ".txt"), ""));
    assertThat(CommandLines.run(environment, List.of("help", "model", name)).out())
        .isEqualTo(Golden.of("help-model-" + name + ".txt"));
  }

  @Test
  void aModelIsPulledListedCheckedUsedAndRemoved() throws IOException {
    String address = server.address() + "/tiny.gguf";
    Path file = temp.resolve("cache/models/tiny.gguf");
    Path settings = temp.resolve("config/config.toml");

    Ended pulled = hone("pull", address);
    assertThat(pulled.exit()).isZero();
    assertThat(pulled.out())
        .isEqualTo(
            """
            %s
            SHA-256 %s
            use it with --model tiny.gguf, or always: hone model use tiny.gguf
            """
                .formatted(file, hash));
    assertThat(pulled.err()).contains("fetching tiny.gguf", "from " + address);

    assertThat(hone("verify", "tiny.gguf").out())
        .isEqualTo("%s: right\nSHA-256 %s, %d bytes\n".formatted(file, hash, content.length));
    assertThat(hone("use", "tiny.gguf"))
        .isEqualTo(new Ended(0, settings + ": model = \"tiny.gguf\" in [solve]\n", ""));
    assertThat(settings).hasContent("[solve]\nmodel = \"tiny.gguf\"\n");
    assertThat(hone("list"))
        .isEqualTo(
            new Ended(
                0,
                Golden.of("model-list.txt")
                    .replace("HASH", hash.substring(0, 12))
                    .replace("DIR", temp.toString()),
                ""));

    Files.write(file, new byte[10]);
    Ended wrong = hone("verify", "tiny.gguf");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.out()).contains(": wrong\n", "expected " + hash);

    assertThat(hone("remove", "tiny.gguf")).isEqualTo(new Ended(0, "removed " + file + "\n", ""));
    assertThat(file).doesNotExist();
  }

  @Test
  void aModelIsShown() {
    hone("pull", server.address() + "/tiny.gguf");

    assertThat(plain(hone("show", "tiny.gguf").out())).isEqualTo(Golden.of("model-show.txt"));
    assertThat(plain(hone("show", "tiny.gguf", "--json").out()))
        .isEqualTo(Golden.of("model-show.json"));
    assertThat(hone("show", "large").out())
        .contains("not here", "Apache-2.0", "more is known once it is here: hone model pull large");
  }

  @Test
  void offlineNothingIsFetched() {
    String address = server.address() + "/tiny.gguf";

    Ended ended = hone("pull", address, "--offline");

    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err()).contains("Hone is offline; it would be fetched from " + address);
    assertThat(hone("pull", "small", "--offline").exit()).isEqualTo(3);
    assertThat(server.looks()).isZero();
  }

  @Test
  void theHubOfTheSettingsIsAsked() {
    environment.put("HONE_MODEL_HUB", server.address().toString());
    server.linked(hash);

    Ended pulled = hone("pull", "hub:ada/tiny/tiny.gguf", "--json");

    assertThat(pulled.exit()).isZero();
    assertThat(pulled.out())
        .contains("\"source\" : \"" + server.address() + "/ada/tiny/resolve/main/tiny.gguf\"");
  }

  @Test
  void whatGoesBeforeTheFileIsSaid() {
    environment.put("HONE_MODEL", "small");

    Ended used = hone("use", "default");

    assertThat(used.exit()).isZero();
    assertThat(used.err()).contains("here HONE_MODEL goes before it, with small");
  }

  @Test
  void anUnknownModelIsNotWrittenIntoTheSettings() {
    assertThat(hone("use", "defualt").exit()).isEqualTo(2);
    assertThat(hone("use", "nobody:m").err()).contains("no provider of models is called 'nobody'");
    assertThat(temp.resolve("config/config.toml")).doesNotExist();
    assertThat(hone("use", "openai:gpt-4.1-mini").exit()).isZero();
  }

  private Ended hone(String... words) {
    List<String> all = new ArrayList<>(List.of("model"));
    all.addAll(List.of(words));
    return CommandLines.run(environment, temp, all);
  }

  private String plain(String text) {
    return text.replace(temp.toString(), "DIR")
        .replace(server.address().toString(), "SERVER")
        .replace(hash, "HASH")
        .replaceAll("; .* are free", "");
  }
}
