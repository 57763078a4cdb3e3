package dev.hone.sandbox;

import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.unshare.UnshareUser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The contract of the modes of ordinary users, in a build that root runs: each class in a virtual
/// machine that was dropped to such a user.
class OrdinaryUserIT {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> bubblewrapOfAnOrdinaryUserKeepsTheContract() throws Exception {
    return cases(BubblewrapUserIT.class, BubblewrapUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> bubblewrapBoxesThatWaitedKeepTheContractForAnOrdinaryUser() throws Exception {
    return cases(ReadyBubblewrapUserIT.class, BubblewrapUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> landlockOfAnOrdinaryUserKeepsTheContract() throws Exception {
    return cases(LandlockIT.class, LandlockSandbox.MODE);
  }

  @TestFactory
  Stream<DynamicTest> unshareOfAnOrdinaryUserKeepsTheContract() throws Exception {
    return cases(UnshareUserIT.class, UnshareUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> unshareBoxesThatWaitedKeepTheContractForAnOrdinaryUser() throws Exception {
    return cases(ReadyUnshareUserIT.class, UnshareUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> landlockByJavaOfAnOrdinaryUserKeepsTheContract() throws Exception {
    return cases(LandlockByJavaIT.class, LandlockSandbox.MODE);
  }

  private Stream<DynamicTest> cases(Class<?> contract, String mode) throws Exception {
    return new OrdinaryUser(folder).cases(contract.getName(), mode, List.of());
  }
}
