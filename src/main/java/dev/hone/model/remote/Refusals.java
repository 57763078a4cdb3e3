package dev.hone.model.remote;

import dev.hone.failure.ErrorType;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/// What a refusal means, and what a person can do about it.
final class Refusals {
  private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

  private final RemoteName name;
  private final Credentials credentials;

  Refusals(RemoteName name, Credentials credentials) {
    this.name = name;
    this.credentials = credentials;
  }

  /// {@return the failure behind a status}
  ///
  /// @param now when the reply came, for a wait that is given as a date
  FailedCall of(int status, HttpHeaders headers, String body, Instant now) {
    Complaint complaint = Complaint.read(body);
    Duration asked = wait(headers, now);
    return of(status, complaint, asked.isZero() ? complaint.asked() : asked);
  }

  /// {@return the failure behind an error that stands in place of a piece of the reply}
  FailedCall inStream(Complaint complaint) {
    int status =
        complaint.code().matches("[45]\\d\\d.*")
            ? Integer.parseInt(complaint.code().substring(0, 3))
            : complaint.speaksOf("rate_limit", "insufficient_quota")
                ? 429
                : complaint.speaksOf("invalid_request", "context_length") ? 400 : 500;
    return of(status, complaint, complaint.asked());
  }

  /// {@return the failure of a provider that does not want to answer this}
  FailedCall content(String words) {
    return last(
        "%s does not answer this request (%s); word the requirement differently, or pass another --model"
            .formatted(who(), words));
  }

  private FailedCall of(int status, Complaint complaint, Duration wait) {
    String told = "(%d %s)".formatted(status, complaint.message()).replace(" )", ")");
    if (status / 100 == 3) {
      return last(
          "%s sends to another address %s; give that one, since a key is sent nowhere else"
              .formatted(who(), told));
    }
    if (status == 413 || isTooLong(complaint)) {
      return tooLong(told);
    }
    if (complaint.speaksOf("content_filter", "content_policy", "safety system")) {
      return content(complaint.message());
    }
    if (status == 402 || complaint.speaksOf("insufficient_quota", "credit balance", "billing")) {
      return last(
          "%s has no quota left for this key %s; see to its plan and billing, or pass another --model"
              .formatted(who(), told));
    }
    if (status == 401 || status == 403 || complaint.speaksOf("api key not valid")) {
      return key(told);
    }
    if (status == 404) {
      return last("%s has no model %s %s; %s".formatted(who(), name.model(), told, otherModel()));
    }
    if (PASSING.contains(status) || status >= 500) {
      return new FailedCall(
          Fault.BUSY,
          ErrorType.EXTERNAL,
          "%s is busy or has a fault %s".formatted(who(), told),
          wait,
          Set.of());
    }
    Set<Parameter> refused = Parameter.refusedBy(complaint.message());
    return new FailedCall(
        refused.isEmpty() ? Fault.FINAL : Fault.PARAMETER,
        ErrorType.EXTERNAL,
        "%s refuses the request %s; pass another --model".formatted(who(), told),
        Duration.ZERO,
        refused);
  }

  /// {@return the failure of a prompt that does not fit}
  FailedCall tooLong(String told) {
    return new FailedCall(
        Fault.TOO_LONG,
        ErrorType.USER,
        "the prompt does not fit what %s reads at once %s; shorten the requirement, or use a model with a longer context"
            .formatted(name.text(), told),
        Duration.ZERO,
        Set.of());
  }

  private static boolean isTooLong(Complaint complaint) {
    return complaint.speaksOf(
        "context_length",
        "context length",
        "context window",
        "context size",
        "prompt is too long",
        "input token count",
        "too many tokens",
        "exceeds the maximum number of tokens");
  }

  private FailedCall key(String told) {
    String variable = credentials.variable();
    if (credentials.key().isEmpty()) {
      return last(
          "%s wants a key %s; %s"
              .formatted(
                  who(),
                  told,
                  variable.isEmpty()
                      ? "name its variable as keyVariable in [providers.%s] of config.toml"
                          .formatted(name.provider().name())
                      : "set " + variable + " in the environment"));
    }
    return last(
        "%s refuses the key in %s %s; check it and what it may use, or pass another --model"
            .formatted(who(), variable, told));
  }

  private String otherModel() {
    return switch (name.provider().dialect()) {
      case OLLAMA -> "fetch it with: ollama pull " + name.model();
      case OPENAI, ANTHROPIC, GEMINI ->
          "check the name in --model, and the address %s".formatted(name.provider().url());
    };
  }

  private String who() {
    return name.provider().name();
  }

  private static FailedCall last(String words) {
    return new FailedCall(Fault.FINAL, words);
  }

  private static Duration wait(HttpHeaders headers, Instant now) {
    List<String> millis = headers.allValues("retry-after-ms");
    if (!millis.isEmpty() && millis.getFirst().matches("\\d{1,9}")) {
      return Duration.ofMillis(Long.parseLong(millis.getFirst()));
    }
    String after = headers.firstValue("Retry-After").orElse("").strip();
    if (after.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(after));
    }
    if (after.matches("\\d{1,9}\\.\\d{1,9}")) {
      return Duration.ofMillis(Math.round(Double.parseDouble(after) * 1000));
    }
    try {
      Instant when = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return when.isAfter(now) ? Duration.between(now, when) : Duration.ZERO;
    } catch (DateTimeParseException _) {
      return Duration.ZERO;
    }
  }
}
