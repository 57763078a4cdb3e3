package dev.hone.model.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The engine's shared libraries in a folder, loaded in the order of their dependence. They stay
/// loaded until the program ends: their threads and registries do not survive an unloading.
///
/// @param base ggml's base
/// @param ggml ggml's registry of backends
/// @param llama llama.cpp itself
record EngineLibraries(SymbolLookup base, SymbolLookup ggml, SymbolLookup llama) {
  static EngineLibraries load(Path folder) {
    SymbolLookup base = open(folder, "ggml-base");
    SymbolLookup ggml = open(folder, "ggml");
    SymbolLookup llama = open(folder, "llama");
    return new EngineLibraries(base, ggml, llama);
  }

  @SuppressWarnings("restricted")
  private static SymbolLookup open(Path folder, String name) {
    Path file = find(folder, name);
    try {
      return SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
    } catch (IllegalArgumentException e) {
      throw EngineProblems.unusable(
          "the engine's library " + file + " cannot be loaded (" + e.getMessage() + ")");
    }
  }

  /// {@return the library of that name} The file's name may carry a version, before or after its
  /// ending: `libllama.v0.5.0.so`, `libllama.so.0`, `libllama.dylib`, `llama.dll`.
  static Path find(Path folder, String name) {
    Pattern pattern =
        Pattern.compile(
            "(lib)?" + Pattern.quote(name) + "(\\.v?[0-9][0-9.]*)?\\.(so|dylib|dll)[0-9.]*");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
          .sorted()
          .findFirst()
          .orElseThrow(
              () -> EngineProblems.unusable("there is no library " + name + " in " + folder));
    } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException e) {
      throw EngineProblems.unusable("there is no engine folder " + folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
