package dev.hone.model.replay;

import dev.hone.failure.UsageException;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The replies of one model, each in a file named by the hash of what was asked: messages,
/// sampling, choices and grammar. `model.json` beside them says which model it was. Several
/// programs may write to one folder: a file appears whole or not at all.
final class ReplyFolder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CARD = "model.json";
  private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}\\.json");

  private final Path folder;

  /// Names a folder, which need not exist.
  ReplyFolder(Path folder) {
    this.folder = folder;
  }

  /// {@return which model answered, or empty where the folder holds no replies}
  Optional<ModelCard> card() {
    return read(folder.resolve(CARD)).map(Forms::card);
  }

  /// Says which model answers, and makes the folder.
  void keep(ModelCard card) {
    write(CARD, Forms.of(card));
  }

  /// {@return the reply to a request, or empty where it was not asked yet}
  Optional<Reply> find(Request request) {
    return read(folder.resolve(name(request))).map(form -> Forms.reply(form.path("reply")));
  }

  /// Keeps a reply. The request stands beside it for whoever reads the file.
  void keep(Request request, Reply reply) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.set("request", Forms.of(request));
    form.set("reply", Forms.of(reply));
    write(name(request), form);
  }

  /// {@return how a request differs from the most similar one that is here; empty where there is
  /// none}
  String difference(Request request) {
    return new Difference(Forms.of(request)).toNearest(requests()).orElse("");
  }

  private Map<String, JsonNode> requests() {
    Map<String, JsonNode> requests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
          .forEach(
              file ->
                  read(file)
                      .ifPresent(
                          form ->
                              requests.put(file.getFileName().toString(), form.path("request"))));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
    return requests;
  }

  private static String name(Request request) {
    try {
      byte[] text = Forms.of(request).toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 16) + ".json";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<JsonNode> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readTree(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (JacksonException | IOException e) {
      throw new UsageException(
          "%s holds no recorded reply (%s); remove it".formatted(file, e.getMessage()));
    }
  }

  private void write(String name, ObjectNode form) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".reply", ".part");
      try {
        Files.writeString(part, form.toPrettyString() + "\n");
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written", e);
    }
  }
}
