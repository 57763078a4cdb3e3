package dev.hone.result;

import java.util.Arrays;

/// Why code is no solution, as far as rules can tell. Each miss has one class.
public enum Failure {
  /// The reply held no code, or there was no reply.
  NO_CODE("noCode", "no code"),
  /// The token limit cut the reply before the code was whole.
  CUT_OFF("cutOff", "cut off"),
  /// The code is written in another language than the one that was asked for.
  WRONG_LANGUAGE("wrongLanguage", "wrong language"),
  /// The scan objected to it.
  REJECTED("rejected", "rejected"),
  /// What was asked for by name is missing, or cannot be called as it was asked for.
  SIGNATURE("ignoredSignature", "ignored signature"),
  /// It does not build or load, for none of the reasons below.
  COMPILE("compile", "compile"),
  /// It uses a name, a member or a package that is not there.
  NAME("name", "name"),
  /// A value has a type that does not fit.
  TYPE("type", "type"),
  /// It gives a wrong value, or ends with an error that was not asked for.
  WRONG_ANSWER("wrongAnswer", "wrong answer"),
  /// Its time was used up.
  TIME("time", "time"),
  /// Its memory was used up.
  MEMORY("memory", "memory"),
  /// It printed too much, or wanted too many processes, files or bytes of disk.
  RESOURCES("resources", "other limits"),
  /// It passes its tests, which show too little.
  WEAK_TESTS("weakTests", "weak tests"),
  /// There was no miss, or nobody knows its reason.
  NONE("", "unknown");

  private final String id;
  private final String title;

  Failure(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /// {@return the name used in data and the run log; empty for {@link #NONE}}
  public String id() {
    return id;
  }

  /// {@return the name as people read it}
  public String title() {
    return title;
  }

  /// {@return the class of this name; {@link #NONE} where there is none, as in data of an older or
  /// a newer Hone}
  ///
  /// @param id a name such as `wrongAnswer`, or empty
  public static Failure of(String id) {
    return Arrays.stream(values())
        .filter(failure -> failure.id.equals(id))
        .findFirst()
        .orElse(NONE);
  }
}
