package dev.hone.sandbox.attack;

import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.bubblewrap.BubblewrapRoot;
import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.process.ChangedGround;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.unshare.UnshareRoot;
import dev.hone.sandbox.unshare.UnshareUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Sandboxes whose commands are changed before they start.
final class Changed {
  private final Sandbox sandbox;
  private UnaryOperator<List<String>> change = UnaryOperator.identity();

  /// Makes a sandbox that is not changed yet.
  ///
  /// @param mode the name of its mode
  /// @param helper the helper that it works with
  Changed(String mode, Helper helper) throws IOException {
    sandbox = sandbox(mode, ChangedGround.make(command -> change.apply(command)), helper);
  }

  private static Sandbox sandbox(String mode, Ground ground, Helper helper) {
    return switch (mode) {
      case BubblewrapRoot.MODE -> new BubblewrapRoot(ground, helper);
      case BubblewrapUser.MODE -> new BubblewrapUser(ground, helper);
      case UnshareRoot.MODE -> new UnshareRoot(ground, helper);
      case UnshareUser.MODE -> new UnshareUser(ground, helper);
      case LandlockSandbox.MODE -> new LandlockSandbox(ground, helper);
      default -> throw new IllegalArgumentException(mode);
    };
  }

  /// {@return the sandbox with another change than before}
  Sandbox by(UnaryOperator<List<String>> next) {
    change = next;
    return sandbox;
  }

  /// {@return a command without some of its words}
  static List<String> without(List<String> command, int from, int count) {
    List<String> rest = new ArrayList<>(command);
    rest.subList(from, from + count).clear();
    return rest;
  }
}
