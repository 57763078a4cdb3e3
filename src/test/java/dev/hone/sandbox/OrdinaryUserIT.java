package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.unshare.UnshareUser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The contract of the modes of ordinary users, in a build that root runs: each class in a virtual
/// machine that was dropped to such a user.
class OrdinaryUserIT {
  private record Case(String name, String status, String message) {
    static Case of(String line) {
      String[] parts = line.split("\t", -1);
      return new Case(parts[1], parts[2], parts[3]);
    }

    void holds() {
      assertThat(status).as(message).isNotEqualTo("FAILED");
      assumeThat(status).as(message).isEqualTo("SUCCESSFUL");
    }
  }

  @TestFactory
  Stream<DynamicTest> bubblewrapOfAnOrdinaryUserKeepsTheContract(@TempDir Path folder)
      throws Exception {
    return cases(folder, BubblewrapUserIT.class, BubblewrapUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> landlockOfAnOrdinaryUserKeepsTheContract(@TempDir Path folder)
      throws Exception {
    return cases(folder, LandlockIT.class, LandlockSandbox.MODE);
  }

  @TestFactory
  Stream<DynamicTest> landlockByJavaOfAnOrdinaryUserKeepsTheContract(@TempDir Path folder)
      throws Exception {
    return cases(folder, LandlockByJavaIT.class, LandlockSandbox.MODE);
  }

  @TestFactory
  Stream<DynamicTest> unshareOfAnOrdinaryUserKeepsTheContract(@TempDir Path folder)
      throws Exception {
    return cases(folder, UnshareUserIT.class, UnshareUser.MODE);
  }

  private static Stream<DynamicTest> cases(Path folder, Class<?> contract, String mode)
      throws Exception {
    ProcessBuilder java =
        new OrdinaryUser(folder).java(ContractRun.class.getName(), List.of(contract.getName()));
    java.environment()
        .put(
            "HONE_REQUIRE_SANDBOX_MODES",
            System.getenv().getOrDefault("HONE_REQUIRE_SANDBOX_MODES", ""));
    Process process = java.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<Case> cases =
        output.lines().filter(line -> line.startsWith("CASE\t")).map(Case::of).toList();
    assertThat(cases).as("cases of %s in: %s", mode, output).isNotEmpty();
    return cases.stream().map(c -> DynamicTest.dynamicTest(mode + ": " + c.name(), c::holds));
  }
}
