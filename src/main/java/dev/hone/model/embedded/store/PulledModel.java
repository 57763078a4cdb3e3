package dev.hone.model.embedded.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// What is remembered of a model file that was fetched from an address, in a file beside it.
///
/// @param address where it came from
/// @param bytes its size
/// @param sha256 its hash, in lower-case hexadecimal
/// @param licence the SPDX name that the file says, or empty
record PulledModel(String address, long bytes, String sha256, String licence) {
  /// {@return the file in which this stands for a model file}
  static Path recordOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".pulled");
  }

  /// {@return what is remembered of a model file, or empty where it was not pulled}
  static Optional<PulledModel> of(Path file) {
    try {
      Path record = recordOf(file);
      if (!Files.isRegularFile(record)) {
        return Optional.empty();
      }
      Properties table = new Properties();
      table.load(new StringReader(Files.readString(record)));
      return Optional.of(
          new PulledModel(
              table.getProperty("address", ""),
              Long.parseLong(table.getProperty("bytes", "0")),
              table.getProperty("sha256", ""),
              table.getProperty("licence", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException _) {
      // Not written by Hone: the file beside it counts as one of which nothing is known.
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    String text =
        "address = %s\nbytes = %d\nsha256 = %s\nlicence = %s\n"
            .formatted(address, bytes, sha256, licence.replaceAll("[^\\w.+ -]", ""));
    Path part = file.resolveSibling(file.getFileName() + ".pulled.part");
    Files.writeString(part, text);
    Files.move(
        part, recordOf(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Stamp stamp(Path file) {
    return new Stamp(file, bytes, sha256);
  }
}
