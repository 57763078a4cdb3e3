package dev.hone.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/// The attributes of spans and metrics: those of the conventions for generative AI, version 1.41,
/// and Hone's own.
final class Names {
  static final AttributeKey<String> OPERATION = text("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER = text("gen_ai.provider.name");
  static final AttributeKey<String> REQUEST_MODEL = text("gen_ai.request.model");
  static final AttributeKey<Boolean> STREAM = AttributeKey.booleanKey("gen_ai.request.stream");
  static final AttributeKey<Long> MAX_TOKENS = number("gen_ai.request.max_tokens");
  static final AttributeKey<Long> SEED = number("gen_ai.request.seed");
  static final AttributeKey<Double> TEMPERATURE = real("gen_ai.request.temperature");
  static final AttributeKey<Double> TOP_P = real("gen_ai.request.top_p");
  static final AttributeKey<Double> TOP_K = real("gen_ai.request.top_k");
  static final AttributeKey<String> RESPONSE_MODEL = text("gen_ai.response.model");
  static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Double> FIRST_CHUNK = real("gen_ai.response.time_to_first_chunk");
  static final AttributeKey<Long> INPUT_TOKENS = number("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> CACHED_TOKENS = number("gen_ai.usage.cache_read.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS = number("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> THINKING_TOKENS = number("gen_ai.usage.reasoning.output_tokens");
  static final AttributeKey<String> TOKEN_TYPE = text("gen_ai.token.type");
  static final AttributeKey<String> AGENT = text("gen_ai.agent.name");
  static final AttributeKey<String> AGENT_VERSION = text("gen_ai.agent.version");
  static final AttributeKey<String> SERVER = text("server.address");
  static final AttributeKey<Long> PORT = number("server.port");
  static final AttributeKey<String> ERROR = text("error.type");

  static final AttributeKey<String> RUN = text("hone.run.id");
  static final AttributeKey<String> LANGUAGE = text("hone.language");
  static final AttributeKey<String> TYPE = text("hone.type");
  static final AttributeKey<String> VERDICT = text("hone.verdict");
  static final AttributeKey<String> ENDED = text("hone.ended");
  static final AttributeKey<Boolean> PASSED = AttributeKey.booleanKey("hone.passed");
  static final AttributeKey<String> BASIS = text("hone.evidence.basis");
  static final AttributeKey<String> FAILURE = text("hone.failure");
  static final AttributeKey<Long> ROUNDS = number("hone.rounds");
  static final AttributeKey<Long> ATTEMPTS = number("hone.attempts");
  static final AttributeKey<Long> RETRIES = number("hone.retries");
  static final AttributeKey<Double> COST = real("hone.cost");
  static final AttributeKey<String> SANDBOX = text("hone.sandbox");
  static final AttributeKey<Long> TESTS = number("hone.tests");
  static final AttributeKey<Long> TESTS_PASSED = number("hone.tests.passed");

  private Names() {}

  private static AttributeKey<String> text(String name) {
    return AttributeKey.stringKey(name);
  }

  private static AttributeKey<Long> number(String name) {
    return AttributeKey.longKey(name);
  }

  private static AttributeKey<Double> real(String name) {
    return AttributeKey.doubleKey(name);
  }
}
