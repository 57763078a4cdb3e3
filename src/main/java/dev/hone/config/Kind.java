package dev.hone.config;

import java.util.Arrays;
import java.util.Locale;

/// What the values of a key look like.
public enum Kind {
  /// A name.
  TEXT("text in quotes"),
  /// One of the words that the key's unit lists.
  WORD("word in quotes"),
  /// A model, or several with commas between them, as `--model` takes it.
  MODEL("model in quotes"),
  /// The name of a variable of the environment; empty for none.
  VARIABLE("name of a variable in quotes"),
  /// The image of containers.
  IMAGE("image in quotes"),
  /// The address of a database of a PostgreSQL server, without a password.
  DATABASE("address such as \"jdbc:postgresql://host/hone\""),
  /// The address of a server, without a user and a password.
  ADDRESS("address such as \"http://127.0.0.1:4318\""),
  /// A whole number within the range that the key's unit names.
  COUNT("whole number"),
  /// Any whole number.
  INTEGER("whole number"),
  /// A time with its unit.
  TIME("time such as \"30 s\""),
  /// A time; a number alone is in seconds.
  SECONDS("time such as \"90 s\""),
  /// A size with its unit.
  SIZE("size such as \"512 MiB\""),
  /// A number of tokens.
  TOKENS("whole number"),
  /// An amount of money.
  DOLLARS("amount such as 0.05"),
  /// What a million tokens take.
  PRICE("amount such as 0.05"),
  /// True or false.
  SWITCH("true or false"),
  /// Several texts.
  LIST("list of texts"),
  /// A program and its arguments.
  COMMAND("list of texts"),
  /// Texts by name.
  TABLE("table of texts");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /// {@return what a person writes}
  public String words() {
    return words;
  }

  /// {@return the word for it in the table of keys}
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind is called " + id));
  }

  /// {@return whether values may hold what nobody should see}
  boolean isHidden() {
    return this == COMMAND || this == TABLE;
  }
}
