package dev.hone.language;

import java.util.Arrays;
import java.util.Optional;

/// The languages that Hone knows by name. Which of them it can generate and test is said by {@link
/// Languages}.
public enum LanguageId {
  /// Python 3.9 and later.
  PYTHON("python", "Python"),
  /// JavaScript on Node.js.
  JAVASCRIPT("javascript", "JavaScript"),
  /// TypeScript.
  TYPESCRIPT("typescript", "TypeScript"),
  /// Java 17 and later.
  JAVA("java", "Java"),
  /// Go.
  GO("go", "Go"),
  /// Rust 2021 and later.
  RUST("rust", "Rust"),
  /// C11 and later.
  C("c", "C"),
  /// C++17 and later.
  CPP("cpp", "C++");

  private final String id;
  private final String title;

  LanguageId(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /// {@return the name used in options, data and the run log: lower case, no spaces}
  public String id() {
    return id;
  }

  /// {@return the name as people write it}
  public String title() {
    return title;
  }

  /// {@return the language with this identifier, or empty where there is none}
  ///
  /// @param id an identifier such as `cpp`, in lower case
  public static Optional<LanguageId> of(String id) {
    return Arrays.stream(values()).filter(language -> language.id.equals(id)).findFirst();
  }
}
