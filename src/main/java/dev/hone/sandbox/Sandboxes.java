package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.bubblewrap.BubblewrapRoot;
import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.unshare.UnshareRoot;
import dev.hone.sandbox.unshare.UnshareUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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
  private final List<Mode> modes;
  private final Map<String, ProbeResult> tried = new ConcurrentHashMap<>();

  /// Makes a chooser; nothing is tried yet.
  ///
  /// @throws SandboxException if the folder for temporary files cannot be written to
  public Sandboxes() {
    this.ground = Ground.make();
    boolean root = Tools.uid() == 0;
    this.modes =
        List.of(
            new Mode(
                BubblewrapRoot.MODE,
                root,
                List.of("bwrap", "setpriv", "prlimit", "unshare", "setsid", "nice"),
                () -> new BubblewrapRoot(ground)),
            new Mode(
                BubblewrapUser.MODE,
                !root,
                List.of("bwrap", "setpriv", "prlimit", "setsid", "nice"),
                () -> new BubblewrapUser(ground)),
            new Mode(UnshareRoot.MODE, root, MOUNTING, () -> new UnshareRoot(ground)),
            new Mode(UnshareUser.MODE, !root, MOUNTING, () -> new UnshareUser(ground)),
            new Mode(
                LandlockSandbox.MODE,
                true,
                List.of("setpriv", "setsid", "nice", "env"),
                () -> new LandlockSandbox(ground)));
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
    ProbeResult result = result(mode);
    if (!result.works()) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "the sandbox mode %s does not work here: %s".formatted(name, result.reason()));
    }
    return mode.make().get();
  }

  /// {@return what trying each mode showed, the strongest first}
  public List<ProbeResult> probe() {
    return modes.stream().map(this::result).toList();
  }

  private Sandbox strongest() {
    Optional<Mode> working = modes.stream().filter(mode -> result(mode).works()).findFirst();
    return working
        .orElseThrow(
            () ->
                new SandboxException(
                    ErrorType.EXTERNAL,
                    "no sandbox works on this machine, and generated code runs nowhere else; "
                        + INSTALL
                        + ". Tried: "
                        + probe().stream()
                            .map(r -> r.mode() + " (" + r.reason() + ")")
                            .collect(Collectors.joining(", "))))
        .make()
        .get();
  }

  private ProbeResult result(Mode mode) {
    return tried.computeIfAbsent(mode.name(), _ -> attempt(mode));
  }

  private ProbeResult attempt(Mode mode) {
    String missing = mode.missing();
    return missing.isEmpty()
        ? new Probe(ground.workplace()).probe(mode.make().get())
        : new ProbeResult(mode.name(), false, missing);
  }
}
