package dev.hone.requirement;

import dev.hone.language.LanguageId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words after a call that say it ends with an error: it panics, throws, or returns one.
final class NativeErrors {
  private static final String JOINT =
      "[`)\"]?[ \\t]*[;,]?[ \\t]*(?:(?:#|//|\\|)[ \\t]*)?`?(?:(?:[=-]+>|→|➞|⇒|==|=)[ \\t]*)?`?(?i:(?:should|must|will|would|shall)[ \\t]+)?";
  private static final Pattern NAMED =
      Pattern.compile(
          JOINT
              + "(?i:raises?|throws?|fails? with|panics? with|wirft|lanza|lève)[ \\t]+(?i:(?:an?|the|eine?n?)[ \\t]+)?`?"
              + "((?:\\w+(?:\\.|::))*[A-Z]\\w*(?:Error|Exception)|std::\\w+|Error)\\b");
  private static final Pattern PANIC = Pattern.compile(JOINT + "(?i:panics?|aborts?)\\b(?![(!])");
  private static final Pattern THROWS =
      Pattern.compile(JOINT + "(?i:throws?|raises?)[ \\t]+(?i:an?[ \\t]+)?(?i:exception|error)\\b");
  private static final Pattern ERROR =
      Pattern.compile(
          JOINT
              + "(?:(?i:returns?|gives?|yields?|is|results? in)[ \\t]+)?(?:(?:[^\\s,`]+[ \\t]*,|[^\\s,`]+[ \\t]+and)[ \\t]*`?)?"
              + "(?i:an?[ \\t]+|the[ \\t]+)?(?i:non-nil[ \\t]+|parse[ \\t]+)?`?(Err[A-Z]\\w*|error|err|errors\\.New\\([^)]*\\)|fmt\\.Errorf\\([^)]*\\))(?![\\w(]|\\.\\w)"
              + "(?![ \\t]+(?:message|code|string|value|number|text|count|rate|is nil))");
  private static final Pattern ERR =
      Pattern.compile(
          JOINT
              + "(?:(?i:returns?|gives?|yields?|is)[ \\t]+)?(?i:an?[ \\t]+)?`?(Err(?:\\([^()\\n]{0,200}+(?:\\([^()\\n]{0,200}+\\)[^()\\n]{0,200}+){0,10}+\\))?)(?!\\w)");
  private static final Pattern TUPLE =
      Pattern.compile(
          JOINT
              + "(?:(?i:returns?|gives?|yields?|is)[ \\t]+)?`?\\([^()\\n]*,[ \\t]*(?:err|error|Err[A-Z]\\w*|errors\\.New\\([^)]*\\)|fmt\\.Errorf\\([^)]*\\))\\)");

  private final LanguageId language;

  NativeErrors(LanguageId language) {
    this.language = language;
  }

  /// An error that a text names.
  ///
  /// @param name the class of the error, or the word that the language has for one
  /// @param end the index after its words
  record Found(String name, int end) {}

  /// {@return the error that the words from a place name, if they name one}
  Optional<Found> read(String text, int start) {
    Matcher named = at(NAMED, text, start);
    if (named.lookingAt()) {
      return Optional.of(new Found(named.group(1), named.end()));
    }
    Matcher panic = at(PANIC, text, start);
    if (panic.lookingAt()) {
      return Optional.of(new Found(language == LanguageId.C ? "abort" : "panic", panic.end()));
    }
    Matcher throwing = at(THROWS, text, start);
    if (throwing.lookingAt()) {
      return Optional.of(new Found(unnamed(), throwing.end()));
    }
    return switch (language) {
      case GO -> returned(text, start);
      case RUST -> err(text, start);
      case PYTHON, JAVASCRIPT, TYPESCRIPT, JAVA, C, CPP -> Optional.empty();
    };
  }

  private Optional<Found> returned(String text, int start) {
    Matcher tuple = at(TUPLE, text, start);
    if (tuple.lookingAt()) {
      return Optional.of(new Found("error", tuple.end()));
    }
    Matcher error = at(ERROR, text, start);
    if (!error.lookingAt() || error.group().strip().equals(error.group(1))) {
      return Optional.empty();
    }
    String name = error.group(1);
    return Optional.of(new Found(name.matches("Err[A-Z]\\w*") ? name : "error", error.end()));
  }

  /// An error with a text inside is a value that can be compared.
  private static Optional<Found> err(String text, int start) {
    Matcher err = at(ERR, text, start);
    if (err.lookingAt()) {
      boolean value = NativeCode.end(text, err.start(1), LanguageId.RUST) == err.end(1);
      return value ? Optional.empty() : Optional.of(new Found("Err", err.end()));
    }
    Matcher error = at(ERROR, text, start);
    return error.lookingAt()
            && error.group(1).equals("error")
            && !error.group().strip().equals(error.group(1))
        ? Optional.of(new Found("Err", error.end()))
        : Optional.empty();
  }

  private String unnamed() {
    return switch (language) {
      case JAVA -> "Exception";
      case CPP -> "std::exception";
      case RUST -> "Err";
      case GO -> "error";
      case C -> "abort";
      case PYTHON, JAVASCRIPT, TYPESCRIPT -> "Error";
    };
  }

  private static Matcher at(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
  }
}
