package dev.hone.model.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Takes secrets out of texts, also where they stand encoded.
final class Redaction {
  private static final int LEAST_LENGTH = 4;

  private final List<String> forms;

  /// Makes a redaction.
  ///
  /// @param secrets keys and secret headers; shorter ones than four characters are no secrets
  Redaction(List<String> secrets) {
    forms =
        secrets.stream()
            .filter(secret -> secret.length() >= LEAST_LENGTH)
            .flatMap(Redaction::forms)
            .distinct()
            // longest first: one secret may be the beginning of another
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// {@return the text with `[key]` in place of each secret}
  String of(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, "[key]");
    }
    return clean;
  }

  /// {@return whether there is no secret to take out}
  boolean isEmpty() {
    return forms.isEmpty();
  }

  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
