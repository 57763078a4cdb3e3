package dev.hone.model.embedded;

import dev.hone.model.LanguageModel;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Times replies with what they probably copy read ahead, and without, in turns: `DraftBenchmark
/// ENGINE_FOLDER MODEL.gguf [PAIRS]`.
final class DraftBenchmark {
  private static final int USUAL_PAIRS = 5;
  private static final int MOST_TOKENS = 1000;

  private DraftBenchmark() {}

  /// Prints a line for each kind of reply, and then the same as one line of JSON.
  ///
  /// @param arguments the engine's folder, the model file, and the number of pairs
  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("usage: DraftBenchmark ENGINE_FOLDER MODEL.gguf [PAIRS]");
    }
    Path engine = Path.of(arguments[0]);
    Path file = Path.of(arguments[1]);
    int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : USUAL_PAIRS;
    EmbeddedOptions usual = EmbeddedOptions.usual();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (LanguageModel with = EmbeddedModel.open(engine, file, usual);
        LanguageModel without = EmbeddedModel.open(engine, file, usual.withoutDrafts())) {
      System.out.println(with.card().name() + ", " + with.card().engine());
      compare("repair", CopiedCode.repair(MOST_TOKENS), with, without, pairs, figures);
      compare("nothing to copy", CopiedCode.nothing(MOST_TOKENS), with, without, pairs, figures);
    }
    System.out.println(
        figures.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "\"%s\": %.3f", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ", "{", "}")));
  }

  private static void compare(
      String name,
      Request request,
      LanguageModel with,
      LanguageModel without,
      int pairs,
      Map<String, Double> figures) {
    List<Double> ratios = new ArrayList<>();
    // The first reply of each reads the prompt; what is timed comes behind it.
    Reply ahead = with.reply(request, _ -> {});
    Reply alone = without.reply(request, _ -> {});
    boolean same = ahead.text().equals(alone.text());
    double[] seconds = new double[2];
    for (int i = 0; i < pairs; i++) {
      double first = seconds(with.reply(request, _ -> {}));
      double second = seconds(without.reply(request, _ -> {}));
      seconds[0] += first / pairs;
      seconds[1] += second / pairs;
      ratios.add(second / first);
    }
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: %d tokens, %.2f s with drafts, %.2f s without, ratio %.2f (%s), %s%n",
        name,
        ahead.completionTokens(),
        seconds[0],
        seconds[1],
        sorted[sorted.length / 2],
        Arrays.stream(sorted)
            .mapToObj(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
            .collect(Collectors.joining(" ")),
        same ? "the same text" : "ANOTHER TEXT");
    figures.put(name + " ratio", sorted[sorted.length / 2]);
    figures.put(name + " same text", same ? 1.0 : 0.0);
  }

  private static double seconds(Reply reply) {
    return reply.total().minus(reply.firstToken()).toNanos() / 1e9;
  }
}
