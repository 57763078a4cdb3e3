package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperBuild;
import dev.hone.sandbox.landlock.Unsandboxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the strongest sandbox that works on this machine. A mode is tried at most once for each
/// object of this class. Safe for use by several threads.
public final class Sandboxes {
  /// The environment variable that names the mode to use instead of the strongest.
  public static final String VARIABLE = "HONE_SANDBOX";

  private static final String INSTALL =
      "install bubblewrap (for example: apt install bubblewrap), or allow Landlock or user"
          + " namespaces in this container";

  private final Ground ground;
  private final Supplier<Helper> finder;
  private final Modes modes;
  private final Map<String, Attempt> tried = new ConcurrentHashMap<>();
  private @Nullable Helper helper;

  /// Makes a chooser that keeps nothing beyond its time; nothing is tried yet.
  ///
  /// @throws SandboxException if the folder for temporary files cannot be written to
  public Sandboxes() {
    this(Ground.make());
  }

  /// Makes a chooser; nothing is tried yet.
  ///
  /// @param cache where the compiled helper is kept for all programs of this user
  /// @param image the image of containers, or empty for an empty one of Hone's own
  /// @throws SandboxException if the folder for temporary files cannot be written to
  public Sandboxes(Path cache, String image) {
    this(Ground.make().keeping(cache), () -> HelperBuild.in(cache), image);
  }

  private Sandboxes(Ground ground) {
    this(ground, () -> HelperBuild.in(ground.workplace().folder("helper")), "");
  }

  private Sandboxes(Ground ground, Supplier<Helper> finder, String image) {
    this.ground = ground;
    this.finder = finder;
    this.modes = Modes.of(ground, Tools.uid() == 0, image);
  }

  /// {@return a chooser as on a machine without a compiler}
  static Sandboxes withoutHelper() {
    Ground ground = Ground.make();
    Path cache = ground.workplace().folder("launcher");
    return new Sandboxes(ground.keeping(cache), () -> new Helper.Missing("left out"), "");
  }

  /// {@return a chooser as on a machine where Hone may make no control groups}
  static Sandboxes withoutGroups() {
    return new Sandboxes(Ground.make().withoutGroups());
  }

  /// {@return the names of all modes, the strongest first, and then those that are used only by who
  /// asks for them}
  public List<String> names() {
    return modes.all().stream().map(Mode::name).toList();
  }

  /// {@return the sandbox of who asks for nothing and has no settings}
  ///
  /// @throws SandboxException if none works, or the one that {@link #VARIABLE} names does not
  public Sandbox choose() {
    return choose(Choice.usual(), "");
  }

  /// {@return the sandbox of a choice}
  ///
  /// @param choice what was asked for
  /// @param setting what the settings name, or empty
  /// @throws SandboxException if there is no such mode, or it does not work here, or none does
  public Sandbox choose(Choice choice, String setting) {
    return switch (choice) {
      case Choice.Usual _ -> {
        String variable = System.getenv().getOrDefault(VARIABLE, "").strip();
        yield named(variable.isEmpty() ? setting : variable);
      }
      case Choice.Named(String mode) -> named(mode);
      case Choice.WithoutAny _ -> new Unsandboxed(ground);
    };
  }

  /// {@return a mode that works here}
  ///
  /// @param name one of {@link #names()} or the first part of one; `auto` or nothing for the
  ///   strongest
  /// @throws SandboxException if there is no such mode or it does not work
  public Sandbox named(String name) {
    if (name.isEmpty() || name.equals(Modes.AUTO)) {
      return first(modes.chosen())
          .orElseThrow(
              () ->
                  new SandboxException(
                      ErrorType.EXTERNAL,
                      "no sandbox works on this machine, and generated code runs nowhere else; "
                          + INSTALL
                          + ". Tried: "
                          + reasons(modes.chosen())));
    }
    List<Mode> meant = modes.meantBy(name);
    return first(meant)
        .orElseThrow(
            () ->
                new SandboxException(
                    ErrorType.EXTERNAL,
                    "the sandbox mode %s does not work here: %s; hone doctor lists those that do"
                        .formatted(name, meant.size() == 1 ? reason(meant) : reasons(meant))));
  }

  /// {@return what trying each mode showed, the strongest first, but for those that are used only
  /// by who asks for them}
  public List<ProbeResult> probe() {
    return modes.chosen().stream().map(mode -> attempt(mode).result()).toList();
  }

  /// {@return what trying the modes showed that are used only by who asks for them}
  public List<ProbeResult> probeAsked() {
    return modes.all().stream()
        .filter(mode -> mode.use() == Mode.Use.ASKED)
        .map(mode -> attempt(mode).result())
        .toList();
  }

  /// {@return what trying one mode showed}
  ///
  /// @param name its whole name
  /// @throws SandboxException if there is no such mode
  public ProbeResult probe(String name) {
    return attempt(modes.meantBy(name).getFirst()).result();
  }

  private Optional<Sandbox> first(List<Mode> among) {
    return among.stream()
        .filter(mode -> attempt(mode).result().works())
        .findFirst()
        .map(mode -> mode.make().apply(attempt(mode).helper()));
  }

  private String reason(List<Mode> tries) {
    return attempt(tries.getFirst()).result().reason();
  }

  private String reasons(List<Mode> tries) {
    return tries.stream()
        .map(mode -> attempt(mode).result())
        .map(result -> result.mode() + " (" + result.reason() + ")")
        .collect(Collectors.joining(", "));
  }

  /// What trying a mode showed.
  ///
  /// @param helper the helper that it works with
  private record Attempt(ProbeResult result, Helper helper) {}

  private Attempt attempt(Mode mode) {
    return tried.computeIfAbsent(mode.name(), _ -> tryOut(mode));
  }

  private Attempt tryOut(Mode mode) {
    String missing = mode.missing();
    if (!missing.isEmpty()) {
      return new Attempt(new ProbeResult(mode.name(), false, missing), new Helper.Missing(missing));
    }
    Helper found = helper();
    ProbeResult result = probe(mode, found);
    boolean needed = mode.use() == Mode.Use.ASKED;
    if (result.works() || needed || found instanceof Helper.Missing) {
      return new Attempt(result, found);
    }
    Helper none = new Helper.Missing("it does not work here (%s)".formatted(result.reason()));
    return new Attempt(probe(mode, none), none);
  }

  private ProbeResult probe(Mode mode, Helper with) {
    return new Probe(ground.workplace())
        .probe(mode.make().apply(with))
        .by(mode.means().apply(with));
  }

  private synchronized Helper helper() {
    Helper known = helper;
    if (known == null) {
      known = finder.get();
      helper = known;
    }
    return known;
  }
}
