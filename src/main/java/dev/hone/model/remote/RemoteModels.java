package dev.hone.model.remote;

import dev.hone.failure.ErrorType;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.remote.RetryingModel.Surroundings;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Opens models of providers.
public final class RemoteModels {
  private final Map<String, String> environment;
  private final boolean offline;
  private final Progress progress;

  /// Makes an opener.
  ///
  /// @param environment the variables of the process, which hold the keys
  /// @param offline whether no connection may be opened
  /// @param progress told what leaves the machine, and of every new try
  public RemoteModels(Map<String, String> environment, boolean offline, Progress progress) {
    this.environment = Map.copyOf(environment);
    this.offline = offline;
    this.progress = progress;
  }

  /// {@return the model, which the caller closes} It is asked for its context where that is not
  /// known.
  ///
  /// @param name which one
  /// @throws ModelException if no connection may be opened, or a key is missing
  public LanguageModel open(RemoteName name) {
    return open(name, Ticker.system());
  }

  LanguageModel open(RemoteName name, Ticker ticker) {
    if (offline) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s would be asked at %s, and no connection may be opened; leave out --offline and HONE_OFFLINE, or pass --model default"
              .formatted(name.text(), name.provider().url()));
    }
    Provider provider = name.provider();
    Credentials credentials = Credentials.of(name, environment);
    progress.report(new Event.Stage(announcement(name, credentials)));
    Wire wire = new Wire(provider, credentials, environment);
    ModelFacts facts = facts(name, wire);
    Surroundings surroundings =
        new Surroundings(ticker, credentials.redaction(), progress, wire::close);
    return new RetryingModel(
        card(name, facts),
        new RemoteCall(name, facts, wire),
        new Backoff(provider.habits().patience().tries(), RandomGenerator.getDefault()),
        surroundings);
  }

  private static String announcement(RemoteName name, Credentials credentials) {
    Provider provider = name.provider();
    boolean open =
        provider.url().getScheme().equalsIgnoreCase("http")
            && !provider.isHere()
            && !credentials.redaction().isEmpty();
    return "model: %s, asked at %s%s"
        .formatted(
            name.text(),
            provider.url().getAuthority(),
            open ? "; the key travels unencrypted, https would keep it" : "");
  }

  private static ModelFacts facts(RemoteName name, Wire wire) {
    int told = name.provider().habits().contextTokens();
    ModelFacts known = KnownModels.load().find(name.model());
    return told > 0 ? known.withContext(told) : new FactsAsker(wire, name).complete(known);
  }

  private static ModelCard card(RemoteName name, ModelFacts facts) {
    return new ModelCard(
        name.text(),
        facts.billions(),
        facts.contextTokens(),
        "",
        name.provider().dialect().id() + " at " + name.provider().url().getAuthority());
  }
}
