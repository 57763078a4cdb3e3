package dev.hone.model.embedded.store;

import java.nio.file.Path;

/// One model that can be had, or is here.
///
/// @param name what `--model` takes for it
/// @param file where its file is, or would be
/// @param bytes the size of the file, or what it will be
/// @param sha256 the hash that it has to have, or empty where none is known
/// @param licence the name of its licence, or empty where it is not known
/// @param source the address that it comes from, or empty where that is not known
/// @param state whether it is here
public record ModelEntry(
    String name, Path file, long bytes, String sha256, String licence, String source, State state) {
  /// Whether a model is here, as far as can be told without reading it.
  public enum State {
    /// It is here, and its hash was right.
    HERE("here"),
    /// It is here, and its hash was not looked at yet, or is not known.
    UNCHECKED("unchecked"),
    /// Its file is another one than was fetched, or is cut short.
    CHANGED("changed"),
    /// A part of it is here; fetching goes on from there.
    BEGUN("begun"),
    /// It would be fetched.
    ABSENT("not here");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /// {@return the word that people and data have for it}
    public String id() {
      return id;
    }
  }
}
