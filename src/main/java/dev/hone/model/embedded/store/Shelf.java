package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The model files of a folder as they are, and the models with a name that could be there.
///
/// @param folder where they lie, which need not exist
/// @param catalogue the models with a name
/// @param hub where these come from
record Shelf(Path folder, Catalogue catalogue, Hub hub) {
  private static final String ENDING = ".gguf";

  List<ModelEntry> list() {
    List<ModelEntry> entries = new ArrayList<>();
    catalogue.models().forEach(model -> entries.add(named(model)));
    others().forEach(file -> entries.add(other(file)));
    return entries;
  }

  /// {@return a model with that name, else the file at that path, else the file of that name in the
  /// folder} In the order in which `--model` looks for it.
  ModelEntry find(String name) {
    List<ModelEntry> all = list();
    return all.stream()
        .filter(entry -> catalogue.names().contains(name) && entry.name().equals(name))
        .findFirst()
        .or(() -> at(name, all))
        .or(() -> all.stream().filter(entry -> isCalled(entry, name)).findFirst())
        .orElseThrow(() -> none(name, all));
  }

  boolean holds(Path file) {
    return whole(folder).equals(whole(file).getParent());
  }

  private static boolean isCalled(ModelEntry entry, String name) {
    return String.valueOf(entry.file().getFileName()).equals(name);
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static UsageException none(String name, List<ModelEntry> all) {
    List<String> names = all.stream().map(ModelEntry::name).toList();
    return new UsageException(
        "no model is called %s; choose one of %s, or give the path of a GGUF file%s"
            .formatted(
                name,
                String.join(", ", names),
                Spelling.nearest(name, names)
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("")));
  }

  private ModelEntry named(HostedModel model) {
    Path file = folder.resolve(model.file());
    return new ModelEntry(
        model.name(),
        file,
        model.bytes(),
        model.sha256(),
        model.licence(),
        hub.source(model).address().toString(),
        state(model.stamp(file)));
  }

  private ModelEntry other(Path file) {
    String name = String.valueOf(file.getFileName());
    return PulledModel.of(file)
        .map(
            pulled ->
                new ModelEntry(
                    name,
                    file,
                    pulled.bytes(),
                    pulled.sha256(),
                    pulled.licence(),
                    pulled.address(),
                    state(pulled.stamp(file))))
        .orElseGet(() -> unknown(name, file));
  }

  private static ModelEntry unknown(String name, Path file) {
    boolean here = Files.isRegularFile(file);
    try {
      long bytes = here ? Files.size(file) : 0;
      return new ModelEntry(
          name,
          file,
          bytes,
          "",
          "",
          Begun.address(file),
          here ? ModelEntry.State.UNCHECKED : ModelEntry.State.BEGUN);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private Optional<ModelEntry> at(String name, List<ModelEntry> all) {
    try {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      Path whole = whole(file);
      return all.stream()
          .filter(entry -> whole(entry.file()).equals(whole))
          .findFirst()
          .or(() -> Optional.of(unknown(name, file)));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static ModelEntry.State state(Stamp stamp) {
    try {
      if (Files.isRegularFile(stamp.file())) {
        if (!stamp.hasSize()) {
          return ModelEntry.State.CHANGED;
        }
        return stamp.isBelieved() ? ModelEntry.State.HERE : ModelEntry.State.UNCHECKED;
      }
      return Files.exists(Partial.of(stamp.file()))
              || Files.exists(ModelFetcher.partsFolder(stamp.file()))
          ? ModelEntry.State.BEGUN
          : ModelEntry.State.ABSENT;
    } catch (IOException e) {
      throw unreadable(stamp.file(), e);
    }
  }

  /// {@return files in the cache that belong to no model with a name, whole or begun}
  private List<Path> others() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> taken = catalogue.models().stream().map(HostedModel::file).toList();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .map(name -> name.replaceAll("\\.(part|pulled)$", ""))
          .filter(name -> name.endsWith(ENDING) && !taken.contains(name))
          .distinct()
          .sorted()
          .map(folder::resolve)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  static ModelException unreadable(Path file, Exception cause) {
    return new ModelException(
        ErrorType.EXTERNAL,
        "%s cannot be read (%s); check its owner and its rights"
            .formatted(file, cause.getMessage()),
        cause);
  }
}
