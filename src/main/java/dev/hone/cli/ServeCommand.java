package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.server.openai.CompletionServer;
import dev.hone.server.openai.Loopback;
import dev.hone.server.openai.ServedModel;
import dev.hone.server.openai.ServerSettings;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone model serve`: a model behind HTTP, for programs that speak as OpenAI does.
final class ServeCommand implements Command {
  private static final String LOCAL = "127.0.0.1";
  private static final String USUAL_MODEL = "default";
  private static final int USUAL_PORT = 8080;
  private static final int MOST_JOBS = 16;
  private static final int MOST_QUEUE = 32;

  private final Services services;

  ServeCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "model serve";
  }

  @Override
  public String purpose() {
    return "serve a model to programs that speak as OpenAI does";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addOption(Options.model())
        .addOption(Options.value("--host", "HOST", "where to listen (127.0.0.1)"))
        .addOption(Options.value("--port", "N", "the port (8080); 0 for any that is free"))
        .addOption(
            Options.value(
                "--key-variable", "NAME", "the variable with the key that clients must bring"))
        .addOption(Options.value("--jobs", "N", "requests answered at one time (1)"))
        .addOption(Options.value("--queue", "N", "requests that may wait beside them (16)"))
        .addOption(Options.engineProcess())
        .addOption(Options.offline())
        .addOption(Options.profile())
        .addOption(Options.flag("--quiet", "no line for each request"));
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Services chosen = Options.services(words, services);
    ServerSettings settings = settings(words, chosen.settings().environment());
    String name = Options.text(words, "--model", USUAL_MODEL);
    try (ProgressView view =
            ProgressView.of(streams, Options.has(words, "--quiet") ? Volume.QUIET : Volume.USUAL);
        LanguageModel model = chosen.model(name, view);
        CompletionServer server =
            new CompletionServer(new ServedModel(model, name), settings, view)) {
      if (!Loopback.isAt(settings.host())) {
        streams
            .err()
            .println("hone: other machines can reach this; key and texts travel unencrypted");
      }
      streams.err().println("serving " + model.card().name() + "; Ctrl-C ends it");
      streams.out().println(server.address());
      streams.out().flush();
      // until a person stops it
      new CountDownLatch(1).await();
    }
    return ExitCode.OK;
  }

  private static ServerSettings settings(ParseResult words, Map<String, String> environment) {
    String host = Options.text(words, "--host", LOCAL);
    String key = key(words, environment);
    if (key.isEmpty() && !Loopback.isAt(host)) {
      // before a model is fetched and loaded for it
      throw CompletionServer.openWithoutKey(host);
    }
    return new ServerSettings(
        host,
        number(words, "--port", USUAL_PORT, 0, 65_535),
        key,
        number(words, "--jobs", 1, 1, MOST_JOBS),
        number(words, "--queue", 16, 0, MOST_QUEUE),
        ServerSettings.USUAL_BODY_BYTES);
  }

  private static String key(ParseResult words, Map<String, String> environment) {
    if (!Options.has(words, "--key-variable")) {
      return "";
    }
    String name = Options.text(words, "--key-variable", "");
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      // not repeated: it may be the key itself
      throw new UsageException(
          "--key-variable takes the name of a variable such as HONE_SERVE_KEY, never the key");
    }
    String key = environment.getOrDefault(name, "").strip();
    if (key.isEmpty()) {
      throw new UsageException(
          "--key-variable names %s, which is not set; set it to the key that clients must bring"
              .formatted(name));
    }
    return key;
  }

  private static int number(ParseResult words, String name, int otherwise, int least, int most) {
    long number = Options.number(words, name, otherwise);
    if (number < least || number > most) {
      throw new UsageException(
          "%s takes a number from %d to %d, not %d".formatted(name, least, most, number));
    }
    return (int) number;
  }
}
