package dev.hone.sandbox;

import dev.hone.failure.ErrorType;
import dev.hone.failure.Spelling;
import dev.hone.sandbox.bubblewrap.BubblewrapRoot;
import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.container.ContainerSandbox;
import dev.hone.sandbox.container.Engine;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.unshare.UnshareRoot;
import dev.hone.sandbox.unshare.UnshareUser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All modes, the strongest first, and then those that are used only by who asks for them.
///
/// @param all the modes
record Modes(List<Mode> all) {
  /// What is asked for to get the strongest mode that works.
  static final String AUTO = "auto";

  private static final List<String> MOUNTING =
      List.of("unshare", "mount", "umount", "pivot_root", "setpriv", "setsid", "nice", "env");

  static Modes of(Ground ground, boolean root, String image) {
    Mode.Use ofRoot = root ? Mode.Use.CHOSEN : Mode.Use.OTHERS;
    Mode.Use ofUsers = root ? Mode.Use.OTHERS : Mode.Use.CHOSEN;
    Function<Helper, String> second = helper -> helper.inside("no Landlock inside");
    Function<Helper, String> byJava =
        helper -> helper.inside("Landlock inside by the Java launcher, if the kernel has it");
    return new Modes(
        List.of(
            new Mode(
                BubblewrapRoot.MODE,
                ofRoot,
                List.of("bwrap", "setpriv", "prlimit", "unshare", "setsid", "nice"),
                helper -> new BubblewrapRoot(ground, helper),
                second),
            new Mode(
                BubblewrapUser.MODE,
                ofUsers,
                List.of("bwrap", "setpriv", "prlimit", "setsid", "nice"),
                helper -> new BubblewrapUser(ground, helper),
                second),
            new Mode(
                UnshareRoot.MODE,
                ofRoot,
                MOUNTING,
                helper -> new UnshareRoot(ground, helper),
                byJava),
            new Mode(
                UnshareUser.MODE,
                ofUsers,
                MOUNTING,
                helper -> new UnshareUser(ground, helper),
                byJava),
            new Mode(
                LandlockSandbox.MODE,
                Mode.Use.CHOSEN,
                List.of("setpriv", "setsid", "nice", "env"),
                helper -> new LandlockSandbox(ground, helper),
                Helper::alone),
            container(ground, Engine.PODMAN, image, second),
            container(ground, Engine.DOCKER, image, second)));
  }

  private static Mode container(
      Ground ground, Engine engine, String image, Function<Helper, String> means) {
    return new Mode(
        engine.mode(),
        Mode.Use.ASKED,
        List.of(engine.program(), "mkfifo", "setpriv", "setsid", "env"),
        helper -> new ContainerSandbox(ground, helper, engine, image),
        means);
  }

  /// {@return those that are used by themselves}
  List<Mode> chosen() {
    return all.stream().filter(mode -> mode.use() != Mode.Use.ASKED).toList();
  }

  /// {@return what a name means, the strongest first}
  ///
  /// @throws SandboxException if it means none
  List<Mode> meantBy(String name) {
    List<Mode> meant = all.stream().filter(mode -> mode.isMeantBy(name)).toList();
    if (meant.isEmpty()) {
      List<String> known =
          Stream.concat(Stream.of(AUTO), all.stream().flatMap(m -> Stream.of(m.family(), m.name())))
              .distinct()
              .toList();
      Optional<String> near = Spelling.nearest(name, known);
      throw new SandboxException(
          ErrorType.USER,
          "there is no sandbox mode '%s'%s; use one of %s"
              .formatted(
                  name,
                  near.map(word -> "; did you mean " + word).orElse(""),
                  String.join(", ", known)));
    }
    return meant;
  }
}
