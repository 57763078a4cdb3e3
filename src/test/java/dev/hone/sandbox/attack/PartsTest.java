package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final List<String> COMMAND =
      List.of(
          "/usr/bin/setsid",
          "/usr/bin/unshare",
          "--mount",
          "--uts",
          "--",
          "/bin/sh",
          "-c",
          "set -e\nmount -t tmpfs x /x\n",
          "--",
          "/usr/bin/bwrap",
          "--dir",
          "/etc",
          "--",
          "see.py");

  @Test
  void ofRootsCommandsNothingIsTakenThatWouldChangeTheMachine() {
    assertThat(new Parts(COMMAND, false).all())
        .extracting(Parts.Part::name)
        .containsExactly("setsid", "--dir /etc");
  }

  @Test
  void ofAnOrdinaryUsersCommandsAllOptionsAndLinesAreTaken() {
    assertThat(new Parts(COMMAND, true).all())
        .extracting(Parts.Part::name)
        .containsExactly(
            "setsid", "--mount", "--uts", "set -e", "mount -t tmpfs x /x", "--dir /etc");
  }
}
