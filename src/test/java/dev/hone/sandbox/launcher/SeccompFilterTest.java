package dev.hone.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs the generated programs in an interpreter of classic BPF.
class SeccompFilterTest {
  private static final SeccompPolicy CLOSED = new SeccompPolicy(false, false, false);
  private static final SeccompPolicy OPEN = new SeccompPolicy(true, true);
  private static final int EPERM = SeccompFilter.ERRNO | 1;
  private static final int ENOSYS = SeccompFilter.ERRNO | 38;
  private static final int NO_FAMILY = SeccompFilter.ERRNO | 97;

  @ParameterizedTest
  @EnumSource
  void everyCallOfTheListIsRefused(Architecture on) {
    assertThat(DeniedCall.all())
        .hasSizeGreaterThan(90)
        .filteredOn(call -> call.number(on) >= 0 && !call.byArgument())
        .allSatisfy(
            call ->
                assertThat(answer(on, CLOSED, call.number(on)))
                    .as(call.name())
                    .isEqualTo(SeccompFilter.ERRNO | call.errno()));
  }

  @ParameterizedTest
  @EnumSource
  void anotherArchitectureIsKilledAndX32IsNotThere(Architecture on) {
    int other = on == Architecture.X86_64 ? 0x40000003 : 0x40000028;
    assertThat(BpfMachine.answer(SeccompFilter.program(on, OPEN), other, 1))
        .isEqualTo(SeccompFilter.KILL_PROCESS);
    assertThat(answer(on, OPEN, 0x40000000 | 1))
        .isEqualTo(on == Architecture.X86_64 ? ENOSYS : SeccompFilter.ALLOW);
  }

  @ParameterizedTest
  @EnumSource
  void terminalInputIsRefusedWhateverTheHighBits(Architecture on) {
    int ioctl = on == Architecture.X86_64 ? 16 : 29;
    assertThat(answer(on, OPEN, ioctl, 0, 0x5412)).isEqualTo(EPERM);
    assertThat(answer(on, OPEN, ioctl, 0, 0x1_0000_5412L)).isEqualTo(EPERM);
    assertThat(answer(on, OPEN, ioctl, 0, 0x541C)).isEqualTo(EPERM);
    assertThat(answer(on, OPEN, ioctl, 0, 0x5401)).isEqualTo(SeccompFilter.ALLOW);
  }

  @ParameterizedTest
  @EnumSource
  void cloneMakesThreadsAndNoNamespaces(Architecture on) {
    int clone = on == Architecture.X86_64 ? 56 : 220;
    assertThat(answer(on, OPEN, clone, 0x3D0F00)).isEqualTo(SeccompFilter.ALLOW);
    assertThat(answer(on, OPEN, clone, 17)).isEqualTo(SeccompFilter.ALLOW);
    for (int flag : new int[] {0x20000, 0x2000000, 0x8000000, 0x10000000, 0x40000000}) {
      assertThat(answer(on, OPEN, clone, flag | 17)).isEqualTo(EPERM);
    }
  }

  @ParameterizedTest
  @EnumSource
  void socketsStayInsideTheirNetwork(Architecture on) {
    int socket = on == Architecture.X86_64 ? 41 : 198;
    for (int family : new int[] {1, 2, 10, 16}) {
      assertThat(answer(on, OPEN, socket, family, 1, 0)).isEqualTo(SeccompFilter.ALLOW);
      assertThat(answer(on, CLOSED, socket, family, 1, 0)).isEqualTo(NO_FAMILY);
    }
    for (int protocol : new int[] {1, 255, 256, 262}) {
      assertThat(answer(on, OPEN, socket, 2, 1, protocol)).isEqualTo(NO_FAMILY);
    }
    for (int family : new int[] {15, 17, 30, 38, 40, 43, 44}) {
      assertThat(answer(on, OPEN, socket, family, 1, 0)).isEqualTo(NO_FAMILY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyPairsOfConnectedStreamsCanBeMade(Architecture on) {
    int pair = on == Architecture.X86_64 ? 53 : 199;
    assertThat(answer(on, CLOSED, pair, 1, 0x80801, 0)).isEqualTo(SeccompFilter.ALLOW);
    assertThat(answer(on, CLOSED, pair, 1, 2, 0)).isEqualTo(NO_FAMILY);
    assertThat(answer(on, CLOSED, pair, 30, 1, 0)).isEqualTo(NO_FAMILY);
  }

  @ParameterizedTest
  @EnumSource
  void countedSharedMemoryAndOrdinaryCallsAreAllowed(Architecture on) {
    int memfd = on == Architecture.X86_64 ? 319 : 279;
    int execve = on == Architecture.X86_64 ? 59 : 221;
    assertThat(answer(on, OPEN, memfd)).isEqualTo(SeccompFilter.ALLOW);
    assertThat(answer(on, CLOSED, memfd)).isEqualTo(ENOSYS);
    assertThat(answer(on, CLOSED, execve)).isEqualTo(SeccompFilter.ALLOW);
  }

  private static int answer(Architecture on, SeccompPolicy policy, int call, long... arguments) {
    return BpfMachine.answer(SeccompFilter.program(on, policy), on.auditNumber(), call, arguments);
  }
}
