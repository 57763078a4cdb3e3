package dev.hone.model.embedded;

import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Times the embedded model: `EngineBenchmark ENGINE_FOLDER MODEL.gguf`.
final class EngineBenchmark {
  private static final int REPLY_TOKENS = 96;

  private EngineBenchmark() {}

  /// Prints plain lines, and then the same as one line of JSON.
  ///
  /// @param arguments the engine's folder and the model file
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: EngineBenchmark ENGINE_FOLDER MODEL.gguf");
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    long start = System.nanoTime();
    try (LanguageModel model =
        EmbeddedModel.open(Path.of(arguments[0]), Path.of(arguments[1]), EmbeddedOptions.usual())) {
      figures.put("loadSeconds", (System.nanoTime() - start) / 1e9);
      System.out.println(model.card().name() + ", " + model.card().engine());
      round(model, "round1", "Write a Java method that adds two numbers.", figures);
      round(model, "round2", "Write a Java method that adds three numbers.", figures);
    }
    figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%s %.2f%n", name, value));
    System.out.println(
        figures.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "\"%s\": %.3f", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ", "{", "}")));
  }

  private static void round(
      LanguageModel model, String name, String question, Map<String, Double> figures) {
    Request request =
        new Request(
            List.of(new Message(Role.SYSTEM, rules()), new Message(Role.USER, question)),
            Sampling.greedy(REPLY_TOKENS),
            List.of());
    Reply reply = model.reply(request, _ -> {});
    double first = reply.firstToken().toNanos() / 1e9;
    double rest = reply.total().minus(reply.firstToken()).toNanos() / 1e9;
    figures.put(name + "PromptTokens", (double) reply.promptTokens());
    figures.put(name + "CachedTokens", (double) reply.cachedTokens());
    figures.put(name + "FirstTokenSeconds", first);
    figures.put(
        name + "PromptTokensPerSecond", (reply.promptTokens() - reply.cachedTokens()) / first);
    figures.put(name + "ReplyTokens", (double) reply.completionTokens());
    figures.put(name + "ReplyTokensPerSecond", (reply.completionTokens() - 1) / rest);
  }

  private static String rules() {
    return "Keep every method short, name things in whole words, and say why in comments.\n"
        .repeat(24);
  }
}
