package dev.hone.config;

import dev.hone.failure.UsageException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Finds secrets that were written into a file. No message repeats them.
final class SecretLiterals {
  /// How the keys of well-known services begin.
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?s).*(?:\\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{12,}|AIza[A-Za-z0-9_-]{16,}|\\bgh[pousr]_[A-Za-z0-9]{16,}"
              + "|github_pat_\\w{16,}|glpat-[\\w-]{16,}|\\bxox[a-z]-[\\w-]{10,}|\\bhf_[A-Za-z0-9]{16,}"
              + "|\\bgsk_[A-Za-z0-9]{16,}|\\bAKIA[0-9A-Z]{16}|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.|"
              + "\\b(?i:bearer|basic)\\s+[A-Za-z0-9+/_=.-]{8,}|-----BEGIN ).*");

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:.*(?:api|access|private|secret)[-_ ]?key.*|key|.*(?:secret|passw|credential|bearer).*|.*token|auth.*)");

  private static final Pattern HEADER =
      Pattern.compile("(?i).*(?:auth|key|token|secret|passw|cookie|credential).*");

  private SecretLiterals() {}

  /// {@return whether a key that there is not would be one for a secret}
  static boolean isNamed(String key) {
    return NAME.matcher(key).matches();
  }

  /// {@return whether a header or a parameter of this name is for secrets}
  static boolean isHeader(String name) {
    return HEADER.matcher(name).matches();
  }

  /// Checks a header that stands in a file.
  ///
  /// @param place where it stands
  /// @throws UsageException if it is no header, or holds a secret
  static void checkHeader(String place, String name, String value) {
    check(place, name, value);
    if (!name.matches("[A-Za-z0-9-]+") || value.chars().anyMatch(c -> c < ' ')) {
      throw new UsageException("%s is no header".formatted(place));
    }
  }

  /// Checks a header or a parameter that stands in a file.
  ///
  /// @param place where it stands
  /// @throws UsageException if it holds a secret
  static void check(String place, String name, String value) {
    if (isHeader(name) && !value.matches("\\$[A-Za-z_][A-Za-z0-9_]*")) {
      throw new UsageException(
          "%s holds a secret, which stands in no file; write \"$NAME\" and set NAME in the environment"
              .formatted(place));
    }
  }

  /// {@return whether a text looks like a key of a service}
  static boolean looksLikeOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// {@return whether a value, or a name or a value within it, looks like a key of a service}
  static boolean holdsOne(JsonNode value) {
    if (value.isString()) {
      return looksLikeOne(value.asString());
    }
    return value.valueStream().anyMatch(SecretLiterals::holdsOne)
        || value.propertyNames().stream().anyMatch(SecretLiterals::looksLikeOne);
  }

  /// {@return what is thrown for a secret in a file}
  ///
  /// @param place where it stands, without the secret
  static UsageException refusal(String place) {
    return new UsageException(
        place
            + " holds a secret, and a secret stands in no file; take it out, set it as a variable of"
            + " the environment, and name that with keyVariable (a header: \"$NAME\"), or have"
            + " keyCommand or keyring fetch it");
  }
}
