package dev.hone.model.embedded;

import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Times generation beside other programs that keep every processor busy, and without them: by as
/// many threads as there are processors, by one, and by the number that Hone finds: `BusyBenchmark
/// ENGINE_FOLDER MODEL.gguf PAIRS`.
final class BusyBenchmark {
  private static final int TOKENS = 96;
  private static final String FOUND = "found by itself";
  private static final Map<String, Integer> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("all threads", Runtime.getRuntime().availableProcessors());
    WAYS.put("one thread", 1);
    WAYS.put(FOUND, 0);
  }

  private BusyBenchmark() {}

  /// Prints a line for each way, and the ratio of the last one to the better of the others.
  ///
  /// @param arguments the engine's folder, the model file, and how often each way takes its turn
  /// @throws Exception if a busy program cannot be started
  public static void main(String[] arguments) throws Exception {
    Path engine = Path.of(arguments[0]);
    Path file = Path.of(arguments[1]);
    int turns = Integer.parseInt(arguments[2]);
    report("quiet", measured(engine, file, turns));
    List<Process> others = new CopyOnWriteArrayList<>();
    // Whoever ends this early must not be left with programs that keep every processor busy.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> others.forEach(Process::destroyForcibly)));
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        others.add(busy());
      }
      report("beside a busy program on each processor", measured(engine, file, turns));
    } finally {
      others.forEach(Process::destroyForcibly);
    }
  }

  // A session of its own, so that its share of the processor is that of a stranger.
  private static Process busy() throws IOException {
    return new ProcessBuilder("setsid", "sh", "-c", "while :; do :; done").start();
  }

  private static Map<String, Double> measured(Path engine, Path file, int turns) {
    Map<String, List<Double>> speeds = new LinkedHashMap<>();
    for (int turn = 0; turn < turns; turn++) {
      WAYS.forEach(
          (name, threads) ->
              speeds
                  .computeIfAbsent(name, _ -> new ArrayList<>())
                  .add(speed(engine, file, threads)));
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    speeds.forEach(
        (name, all) -> medians.put(name, all.stream().sorted().toList().get(all.size() / 2)));
    return medians;
  }

  private static double speed(Path engine, Path file, int threads) {
    try (LanguageModel model =
        EmbeddedModel.open(engine, file, new EmbeddedOptions(2048, threads, false))) {
      Request request =
          new Request(
              List.of(new Message(Role.USER, "Write a long Java class that parses dates.")),
              Sampling.greedy(TOKENS),
              List.of());
      Reply reply = model.reply(request, _ -> {});
      return (reply.completionTokens() - 1)
          / (reply.total().minus(reply.firstToken()).toNanos() / 1e9);
    }
  }

  private static void report(String machine, Map<String, Double> speeds) {
    System.out.println(machine + ", tokens a second:");
    speeds.forEach((name, speed) -> System.out.printf(Locale.ROOT, "  %-16s %.1f%n", name, speed));
    double own = speeds.getOrDefault(FOUND, 0.0);
    double rival =
        speeds.entrySet().stream()
            .filter(way -> !way.getKey().equals(FOUND))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElseThrow();
    System.out.printf(Locale.ROOT, "  ratio to the better of the two %.2f%n", own / rival);
  }
}
