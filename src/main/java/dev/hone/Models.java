package dev.hone;

import dev.hone.agent.Cast;
import dev.hone.agent.Role;
import dev.hone.config.Folders;
import dev.hone.config.ModelSettings;
import dev.hone.config.RoleSettings;
import dev.hone.config.Settings;
import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Price;
import dev.hone.model.budget.Budget;
import dev.hone.model.chain.Chain;
import dev.hone.model.embedded.EmbeddedModel;
import dev.hone.model.embedded.EmbeddedOptions;
import dev.hone.model.embedded.process.IsolatedModel;
import dev.hone.model.embedded.store.Access;
import dev.hone.model.embedded.store.EngineStore;
import dev.hone.model.embedded.store.ModelLibrary;
import dev.hone.model.embedded.store.ModelStore;
import dev.hone.model.price.PricedModel;
import dev.hone.model.remote.Providers;
import dev.hone.model.remote.RemoteModels;
import dev.hone.model.remote.RemoteName;
import dev.hone.model.replay.Recording;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.telemetry.ModelPlace;
import dev.hone.telemetry.Telemetry;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The models that can be asked for by name. Those that were asked for last are open.
final class Models implements AutoCloseable {
  private static final String DEFAULT = "default";
  private static final Set<String> SMALL = Set.of("small", DEFAULT);

  private final Map<String, String> environment;
  private final Settings settings;
  private final Access access;
  private final Telemetry telemetry;
  private final Progress progress;
  private final EngineStore engine;
  private final ModelStore store;
  private final ModelLibrary library;
  private final EmbeddedOptions options;
  private final boolean isolated;
  private final Map<String, LanguageModel> opened = new LinkedHashMap<>();

  Models(Settings settings, Folders folders, Telemetry telemetry, Progress progress) {
    this.telemetry = telemetry;
    this.environment = settings.environment();
    this.settings = settings;
    this.access = Access.of(environment);
    this.progress = progress;
    this.engine = new EngineStore(folders.cache(), progress, access);
    this.store = new ModelStore(folders.cache(), progress, access);
    this.library = new ModelLibrary(folders.cache(), progress, access);
    boolean verbose = "1".equals(environment.get("HONE_ENGINE_LOG"));
    this.options = new EmbeddedOptions(0, 0, verbose);
    this.isolated = "1".equals(environment.get("HONE_ENGINE_PROCESS"));
  }

  /// {@return the model of this name, fetched and loaded where it is not yet}
  ///
  /// @param name `small`, `default`, a GGUF file, `PROVIDER:MODEL`, `URL#MODEL`, several with
  ///   commas between them, or empty for the default
  LanguageModel open(String name) {
    return cast(name, Map.of()).usual();
  }

  /// {@return what opens the models of a run, or kept replies in place of them} Their names are
  /// checked at once.
  ///
  /// @param name the model for whatever has none of its own
  /// @param budget what the run may spend
  /// @param recording where replies are kept, if anywhere
  Supplier<Cast> opening(String name, Budget budget, Recording recording) {
    if (recording instanceof Recording.From(Path folder)) {
      return () -> Recordings.replayed(folder);
    }
    Map<Role, String> roles = RoleSettings.of(settings).models();
    check(name, roles, budget.boundsMoney());
    return () -> {
      Cast cast = cast(name, roles);
      return recording instanceof Recording.Into(Path folder)
          ? Recordings.recorded(cast, folder)
          : cast;
    };
  }

  /// {@return the models of a run, of each at least the first of its chain opened} All others are
  /// closed.
  ///
  /// @param name the model for whatever has none of its own
  /// @param roles models of their own
  Cast cast(String name, Map<Role, String> roles) {
    check(name, roles, false);
    closeAllBut(members(name, roles));
    Map<Role, LanguageModel> others = new EnumMap<>(Role.class);
    roles.forEach((role, model) -> others.put(role, chain(model)));
    return new Cast(chain(name), others);
  }

  /// Checks names before anything is fetched or opened for them.
  ///
  /// @param name the model for whatever has none of its own
  /// @param roles models of their own
  /// @param priced whether the price of each must be known
  /// @throws UsageException if there is no such model, or its price is not known
  void check(String name, Map<Role, String> roles, boolean priced) {
    ModelSettings known = ModelSettings.of(settings);
    for (String member : members(name, roles)) {
      Optional<RemoteName> remote = remote(member, known);
      if (remote.isEmpty() && !store.names().contains(member) && store.present(member).isEmpty()) {
        // names what there is
        Path _ = store.path(member);
      }
      if (priced && remote.map(known.prices()::of).orElse(Price.free()) instanceof Price.Unknown) {
        throw new UsageException(
            "a bound on money (--max-cost, or cost in [budget]) needs the price of %s, which is not known; write [prices.\"%s\"] with input = … and output = …, in US dollars per million tokens, into %s"
                .formatted(member, member, settings.userFile()));
      }
    }
  }

  /// {@return whether all that a run would ask are known to be small without a look at them, which
  /// would load them}
  ///
  /// @param name the model for whatever has none of its own
  /// @param recording where replies are kept, if anywhere
  boolean areSmall(String name, Recording recording) {
    return !(recording instanceof Recording.From)
        && SMALL.containsAll(members(name, RoleSettings.of(settings).models()));
  }

  private Set<String> members(String name, Map<Role, String> roles) {
    Set<String> members = new LinkedHashSet<>(names(name));
    roles.values().forEach(model -> members.addAll(names(model)));
    return members;
  }

  private List<String> names(String text) {
    String wanted = text.isEmpty() ? DEFAULT : text;
    // a file may have a comma in its name
    return store.present(wanted).isPresent() ? List.of(wanted) : Chain.names(wanted);
  }

  private LanguageModel chain(String text) {
    List<String> names = names(text);
    if (names.size() == 1) {
      return member(names.getFirst());
    }
    Chain chain =
        new Chain(
            names.stream().map(name -> new Chain.Link(name, () -> member(name))).toList(),
            progress);
    // what cannot be had shows before the work begins
    ModelCard _ = chain.card();
    return chain;
  }

  private synchronized LanguageModel member(String name) {
    LanguageModel before = opened.get(name);
    if (before != null) {
      return before;
    }
    ModelSettings set = ModelSettings.of(settings);
    LanguageModel model =
        remote(name, set)
            .map(remote -> priced(remote, set))
            .orElseGet(() -> priced(embedded(name)));
    opened.put(name, model);
    return model;
  }

  private LanguageModel priced(RemoteName name, ModelSettings set) {
    return telemetry.watched(
        new PricedModel(remote(name, set), set.prices().of(name)), ModelPlace.of(name));
  }

  private LanguageModel priced(LanguageModel embedded) {
    return telemetry.watched(
        new PricedModel(embedded, Price.free()), ModelPlace.here(embedded.card().name()));
  }

  private LanguageModel remote(RemoteName name, ModelSettings set) {
    boolean offline = access.offline();
    // without a connection there is no use for a key
    Map<String, String> keys =
        offline ? environment : set.keys().with(name.provider(), environment);
    return new RemoteModels(keys, offline, progress).open(name);
  }

  private Optional<RemoteName> remote(String wanted, ModelSettings set) {
    if (!wanted.contains(":") || store.present(wanted).isPresent()) {
      return Optional.empty();
    }
    Providers providers = set.providers();
    Optional<RemoteName> found = providers.find(wanted);
    if (found.isEmpty()) {
      throw new UsageException(
          "no provider of models is called '%s'; use one of %s, an address as http://HOST/v1#NAME, or set [providers.NAME] in %s"
              .formatted(
                  wanted.substring(0, wanted.indexOf(':')),
                  String.join(", ", providers.names()),
                  settings.userFile()));
    }
    return found;
  }

  private LanguageModel embedded(String wanted) {
    Path file = store.path(wanted);
    Path libraries = engine.folder();
    progress.report(new Event.Stage("model: loading " + file.getFileName()));
    return isolated
        ? IsolatedModel.open(libraries, file, options, progress)
        : EmbeddedModel.open(libraries, file, options);
  }

  /// {@return the models of this machine, for who looks after them}
  ModelLibrary library() {
    return library;
  }

  /// {@return the engine's folder, or empty where it is not fetched yet}
  Optional<Path> engine() {
    return engine.present();
  }

  /// {@return the engine's version, fetched or not}
  String engineVersion() {
    return engine.version();
  }

  /// {@return the file of the default model, or empty where it is not fetched yet}
  Optional<Path> defaultModel() {
    return store.present(DEFAULT);
  }

  private synchronized void closeAllBut(Set<String> kept) {
    opened
        .entrySet()
        .removeIf(
            entry -> {
              boolean leaves = !kept.contains(entry.getKey());
              if (leaves) {
                entry.getValue().close();
              }
              return leaves;
            });
  }

  @Override
  public void close() {
    closeAllBut(Set.of());
  }
}
