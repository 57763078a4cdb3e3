package dev.hone.sandbox.attack;

import dev.hone.sandbox.OrdinaryUser;
import dev.hone.sandbox.bubblewrap.BubblewrapUser;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.unshare.UnshareUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The attacks on the modes of ordinary users, in a build that root runs: each class in a virtual
/// machine that was dropped to such a user.
class OrdinaryUserAttacksIT {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> bubblewrapOfAnOrdinaryUserContainsEveryAttack() throws Exception {
    return cases(BubblewrapUserAttacksIT.class, BubblewrapUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> bubblewrapBoxesThatWaitedContainEveryAttackOfAnOrdinaryUser()
      throws Exception {
    return cases(ReadyBubblewrapUserAttacksIT.class, BubblewrapUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> unshareOfAnOrdinaryUserContainsEveryAttack() throws Exception {
    return cases(UnshareUserAttacksIT.class, UnshareUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> unshareBoxesThatWaitedContainEveryAttackOfAnOrdinaryUser() throws Exception {
    return cases(ReadyUnshareUserAttacksIT.class, UnshareUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> landlockOfAnOrdinaryUserContainsEveryAttack() throws Exception {
    return cases(LandlockAttacksIT.class, LandlockSandbox.MODE);
  }

  @TestFactory
  Stream<DynamicTest> nothingOfBubblewrapsPolicyForUsersCanBeMissed() throws Exception {
    return cases(BubblewrapUserMutationIT.class, BubblewrapUser.MODE);
  }

  @TestFactory
  Stream<DynamicTest> nothingOfUnsharesPolicyForUsersCanBeMissed() throws Exception {
    return cases(UnshareUserMutationIT.class, UnshareUser.MODE);
  }

  private Stream<DynamicTest> cases(Class<?> attacks, String mode) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    OrdinaryUser user = new OrdinaryUser(Files.createDirectory(folder.resolve("classes")));
    Path programs = Files.createDirectory(folder.resolve("programs"));
    Programs.compileAll(programs);
    return user.cases(attacks.getName(), mode, List.of("-D" + Programs.COMPILED + "=" + programs));
  }
}
