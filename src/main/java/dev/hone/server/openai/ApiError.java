package dev.hone.server.openai;

import dev.hone.failure.HoneException;
import dev.hone.model.PromptTooLongException;
import java.time.Duration;

/// What a client is told in place of an answer, in OpenAI's words.
final class ApiError extends RuntimeException {
  private static final String REQUEST = "invalid_request_error";
  private static final String SERVER = "server_error";

  private final int status;
  private final String kind;
  private final String code;
  private final String parameter;
  private final Duration retryAfter;

  private ApiError(int status, String kind, String code, String parameter, String message) {
    this(status, kind, code, parameter, message, Duration.ZERO);
  }

  private ApiError(
      int status, String kind, String code, String parameter, String message, Duration retryAfter) {
    // the client's mistake has no place in Hone's code
    super(message, null, false, false);
    this.status = status;
    this.kind = kind;
    this.code = code;
    this.parameter = parameter;
    this.retryAfter = retryAfter;
  }

  /// {@return the refusal of a value}
  static ApiError value(String parameter, String message) {
    return new ApiError(400, REQUEST, "invalid_value", parameter, message);
  }

  /// {@return the refusal of something that Hone does not do}
  static ApiError unsupported(String parameter, String message) {
    return new ApiError(400, REQUEST, "unsupported_parameter", parameter, message);
  }

  /// {@return the refusal of a request that cannot be read}
  static ApiError unreadable(String message) {
    return new ApiError(400, REQUEST, "invalid_json", "", message);
  }

  /// {@return the refusal of a request by its head}
  static ApiError request(int status, String code, String message) {
    return new ApiError(status, REQUEST, code, "", message);
  }

  /// {@return the refusal of a model that is not served}
  static ApiError unknownModel(String name, String served) {
    return new ApiError(
        404,
        REQUEST,
        "model_not_found",
        "model",
        "there is no model '%s' here; ask for '%s'".formatted(name, served));
  }

  /// {@return the refusal of a client without the right key}
  static ApiError key() {
    return new ApiError(
        401,
        REQUEST,
        "invalid_api_key",
        "",
        "the key is missing or wrong; send Authorization: Bearer KEY with the key of this server");
  }

  /// {@return the refusal of one request too many}
  static ApiError busy(Duration retryAfter) {
    return new ApiError(
        429,
        "rate_limit_error",
        "busy",
        "",
        "all places are taken; ask again in %d s".formatted(retryAfter.toSeconds()),
        retryAfter);
  }

  /// {@return what requests are told whose server ends}
  static ApiError ending() {
    return new ApiError(
        503,
        SERVER,
        "server_ending",
        "",
        "the server is about to end; ask again once it is started anew",
        Duration.ofSeconds(5));
  }

  /// {@return what became of a request that the model could not answer}
  static ApiError of(HoneException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof PromptTooLongException) {
      return new ApiError(400, REQUEST, "context_length_exceeded", "messages", message);
    }
    return switch (failure.type()) {
      case USER -> new ApiError(400, REQUEST, "model_refused", "", message);
      case EXTERNAL -> new ApiError(502, SERVER, "model_failed", "", message);
      case INSUFFICIENT_RESOURCES ->
          new ApiError(503, SERVER, "insufficient_resources", "", message, Duration.ofSeconds(30));
      case INTERNAL -> internal();
    };
  }

  /// {@return what a client is told of a fault in Hone; what it was stays here}
  static ApiError internal() {
    return new ApiError(
        500,
        SERVER,
        "internal_error",
        "",
        "hone met an error of its own; its own output says more");
  }

  /// {@return what a client is told whose stream began anew in the middle}
  static ApiError begunAnew() {
    return new ApiError(
        502, SERVER, "reply_broken", "", "the reply broke off and began anew; ask again");
  }

  int status() {
    return status;
  }

  /// The word for the kind of error.
  String kind() {
    return kind;
  }

  String code() {
    return code;
  }

  /// The parameter that is wrong, or empty.
  String parameter() {
    return parameter;
  }

  /// How long to wait before asking again, or zero where that helps nothing.
  Duration retryAfter() {
    return retryAfter;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
