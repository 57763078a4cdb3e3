package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.bubblewrap.BubblewrapRoot;
import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperBuild;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.unshare.UnshareRoot;
import dev.hone.sandbox.unshare.UnshareUser;
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

  private static final List<String> MOUNTING =
      List.of("unshare", "mount", "umount", "pivot_root", "setpriv", "setsid", "nice", "env");

  private final Ground ground;
  private final Supplier<Helper> finder;
  private final List<Mode> modes;
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
  /// @throws SandboxException if the folder for temporary files cannot be written to
  public Sandboxes(Path cache) {
    this(Ground.make(), () -> HelperBuild.in(cache));
  }

  private Sandboxes(Ground ground) {
    this(ground, () -> HelperBuild.in(ground.workplace().folder("helper")));
  }

  private Sandboxes(Ground ground, Supplier<Helper> finder) {
    this.ground = ground;
    this.finder = finder;
    this.modes = modes(ground, Tools.uid() == 0);
  }

  /// {@return a chooser as on a machine without a compiler}
  static Sandboxes withoutHelper() {
    return new Sandboxes(Ground.make(), () -> new Helper.Missing("left out"));
  }

  private static List<Mode> modes(Ground ground, boolean root) {
    return List.of(
        new Mode(
            BubblewrapRoot.MODE,
            root,
            List.of("bwrap", "setpriv", "prlimit", "unshare", "setsid", "nice"),
            helper -> new BubblewrapRoot(ground, helper),
            helper -> helper.inside("no Landlock inside")),
        new Mode(
            BubblewrapUser.MODE,
            !root,
            List.of("bwrap", "setpriv", "prlimit", "setsid", "nice"),
            helper -> new BubblewrapUser(ground, helper),
            helper -> helper.inside("no Landlock inside")),
        new Mode(
            UnshareRoot.MODE,
            root,
            MOUNTING,
            helper -> new UnshareRoot(ground, helper),
            helper -> helper.inside("Landlock inside by the Java launcher, if the kernel has it")),
        new Mode(
            UnshareUser.MODE,
            !root,
            MOUNTING,
            helper -> new UnshareUser(ground, helper),
            helper -> helper.inside("Landlock inside by the Java launcher, if the kernel has it")),
        new Mode(
            LandlockSandbox.MODE,
            true,
            List.of("setpriv", "setsid", "nice", "env"),
            helper -> new LandlockSandbox(ground, helper),
            Helper::alone));
  }

  /// {@return the names of all modes, the strongest first}
  public List<String> names() {
    return modes.stream().map(Mode::name).toList();
  }

  /// {@return the strongest mode that works, or the one that {@link #VARIABLE} names}
  ///
  /// @throws SandboxException if none works, or the named one does not
  public Sandbox choose() {
    String forced = System.getenv(VARIABLE);
    return forced == null || forced.isBlank() ? strongest() : named(forced.strip());
  }

  /// {@return the mode of that name, if it works here}
  ///
  /// @param name one of {@link #names()}
  /// @throws SandboxException if there is no such mode or it does not work
  public Sandbox named(String name) {
    Mode mode =
        modes.stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new SandboxException(
                        ErrorType.USER,
                        "there is no sandbox mode %s; use one of %s"
                            .formatted(name, String.join(", ", names()))));
    Attempt attempt = attempt(mode);
    if (!attempt.result().works()) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "the sandbox mode %s does not work here: %s".formatted(name, attempt.result().reason()));
    }
    return mode.make().apply(attempt.helper());
  }

  /// {@return what trying each mode showed, the strongest first}
  public List<ProbeResult> probe() {
    return modes.stream().map(mode -> attempt(mode).result()).toList();
  }

  private Sandbox strongest() {
    Optional<Mode> working =
        modes.stream().filter(mode -> attempt(mode).result().works()).findFirst();
    return working
        .map(mode -> mode.make().apply(attempt(mode).helper()))
        .orElseThrow(
            () ->
                new SandboxException(
                    ErrorType.EXTERNAL,
                    "no sandbox works on this machine, and generated code runs nowhere else; "
                        + INSTALL
                        + ". Tried: "
                        + probe().stream()
                            .map(r -> r.mode() + " (" + r.reason() + ")")
                            .collect(Collectors.joining(", "))));
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
    if (result.works() || found instanceof Helper.Missing) {
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
