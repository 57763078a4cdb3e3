package dev.hone.config;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Writes a setting into the file of the user. What else stands there stays as it was written, with
/// its comments and its order; what cannot be changed so is left to the person.
public final class UserFile {
  private static final String TABLE = "solve";
  private static final String KEY = "model";
  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\s*solve\\s*\\]\\s*(#.*)?");
  private static final Pattern LINE =
      Pattern.compile(
          "(\\s*(?:solve\\s*\\.\\s*)?model\\s*=\\s*)(?:\"[^\"\\\\]*\"|'[^']*')(\\s*(?:#.*)?)");

  private final Path file;

  /// Names a file.
  ///
  /// @param file the file of the user, which need not exist
  public UserFile(Path file) {
    this.file = file;
  }

  /// Makes a model the one that counts where nothing else is said. The file appears whole or stays
  /// as it was.
  ///
  /// @param model as `--model` takes it
  /// @throws UsageException if the file cannot be written, is no TOML, or writes the setting in a
  ///   way that only a person should change
  public void useModel(String model) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : "";
      String after = changed(before, quoted(model));
      check(before, after, model);
      write(after);
    } catch (JacksonException e) {
      throw new UsageException(
          "%s is no TOML, so nothing was written; hone config check says where".formatted(file));
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be written (%s); write model = %s in [solve] of it yourself"
              .formatted(file, e.getMessage(), quoted(model)));
    }
  }

  private static String quoted(String model) {
    return "\"" + model.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String changed(String text, String value) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    JsonNode table = new TomlMapper().readTree(text).path(TABLE);
    if (table.has(KEY)) {
      int at = Lines.of(text).of(List.of(TABLE, KEY)) - 1;
      Matcher line = LINE.matcher(at < 0 ? "" : lines.get(at));
      if (line.matches()) {
        lines.set(at, line.group(1) + value + line.group(2));
      }
    } else if (table.isMissingNode()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add("[solve]");
      lines.add("model = " + value);
    } else {
      int at = Lines.of(text).of(List.of(TABLE)) - 1;
      String line = at < 0 ? "" : lines.get(at);
      if (HEADER.matcher(line).matches()) {
        lines.add(at + 1, "model = " + value);
      } else if (line.matches("\\s*solve\\s*\\..*")) {
        lines.add(at, "solve.model = " + value);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /// The parser has the last word: one value is another one, and all others are the same.
  private void check(String before, String after, String model) {
    TomlMapper toml = new TomlMapper();
    if (!(toml.readTree(before) instanceof ObjectNode wanted)) {
      throw byHand(model);
    }
    if (!(wanted.path(TABLE) instanceof ObjectNode)) {
      wanted.putObject(TABLE);
    }
    if (wanted.path(TABLE) instanceof ObjectNode table) {
      table.set(KEY, JsonNodeFactory.instance.stringNode(model));
    }
    try {
      if (wanted.equals(toml.readTree(after))) {
        return;
      }
    } catch (JacksonException _) {
      // What this made of the file is no TOML any more, and is not written.
    }
    throw byHand(model);
  }

  private UsageException byHand(String model) {
    return new UsageException(
        "%s writes [solve] in a way that is not changed for you; write model = %s there yourself"
            .formatted(file, quoted(model)));
  }

  private void write(String text) throws IOException {
    // Through a link: whoever keeps the file elsewhere wants it written there.
    Path real = Files.exists(file) ? file.toRealPath() : file;
    Path folder = real.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is no file");
    }
    Path part = Files.createTempFile(Folders.make(folder), ".config", ".part");
    try {
      Files.writeString(part, text);
      if (Files.exists(real)) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(real));
      }
      Files.move(part, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
