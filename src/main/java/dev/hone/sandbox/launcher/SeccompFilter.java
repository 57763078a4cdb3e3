package dev.hone.sandbox.launcher;

import java.util.ArrayList;
import java.util.List;

/// The system call filter: everything is allowed but the calls of `denied-calls.txt`, other
/// architectures' calls, and sockets that lead somewhere.
public final class SeccompFilter {
  static final int KILL_PROCESS = 0x80000000;
  static final int ALLOW = 0x7FFF0000;
  static final int ERRNO = 0x00050000;
  static final int EAFNOSUPPORT = 97;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int ARGUMENTS = 16;
  private static final int X32 = 0x40000000;
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_SEQPACKET = 5;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_UDP = 17;

  private SeccompFilter() {}

  /// {@return the program in classic BPF: records of 8 bytes in the byte order of this machine}
  ///
  /// @param architecture whose system call numbers it compares
  /// @param policy what is permitted beyond the usual
  public static byte[] program(Architecture architecture, SeccompPolicy policy) {
    BpfProgram program = new BpfProgram();
    program.load(ARCHITECTURE).retUnlessEqual(architecture.auditNumber(), KILL_PROCESS);
    program.load(NUMBER);
    if (architecture == Architecture.X86_64) {
      program.retIfAtLeast(X32, ERRNO | DeniedCall.ENOSYS);
    }
    List<DeniedCall> byArgument = new ArrayList<>();
    List<Integer> forbidden = new ArrayList<>();
    List<Integer> absent = new ArrayList<>();
    for (DeniedCall call : DeniedCall.all()) {
      int number = call.number(architecture);
      if (number < 0 || !call.refusedUnder(policy)) {
        continue;
      }
      if (call.byArgument()) {
        byArgument.add(call);
      } else if (call.errno() == DeniedCall.ENOSYS) {
        absent.add(number);
      } else {
        forbidden.add(number);
      }
    }
    // All of one answer share its instruction: what the kernel does with a filter at each start
    // takes as long as the filter is.
    program.retIfAny(forbidden, ERRNO | DeniedCall.EPERM);
    program.retIfAny(absent, ERRNO | DeniedCall.ENOSYS);
    addByArgument(program, byArgument, architecture);
    boolean x86 = architecture == Architecture.X86_64;
    program.ifEqual(x86 ? 41 : 198, policy.inetSockets() ? networkSocket() : noSocket());
    program.ifEqual(x86 ? 53 : 199, socketPair());
    return program.ret(ALLOW).toBytes();
  }

  private static void addByArgument(
      BpfProgram program, List<DeniedCall> calls, Architecture architecture) {
    for (int i = 0; i < calls.size(); ) {
      int number = calls.get(i).number(architecture);
      BpfProgram body = new BpfProgram();
      for (; i < calls.size() && calls.get(i).number(architecture) == number; i++) {
        DeniedCall call = calls.get(i);
        // The kernel looks at the low half of these arguments only; comparing all 64 bits would let
        // the same request pass with a high bit set.
        body.load(ARGUMENTS + 8 * call.argument());
        int error = ERRNO | call.errno();
        if (call.byBits()) {
          body.retIfAnyBit(call.value(), error);
        } else {
          body.retIfEqual(call.value(), error);
        }
      }
      program.ifEqual(number, body.ret(ALLOW));
    }
  }

  /// Families that a network namespace confines, by protocols that do not leave it: MPTCP and raw
  /// sockets are not among them, and VSOCK reaches the host from every namespace.
  private static BpfProgram networkSocket() {
    BpfProgram internet = new BpfProgram().load(ARGUMENTS + 16);
    internet.retIfEqual(0, ALLOW).retIfEqual(IPPROTO_TCP, ALLOW).retIfEqual(IPPROTO_UDP, ALLOW);
    internet.ret(ERRNO | EAFNOSUPPORT);
    BpfProgram route = new BpfProgram().load(ARGUMENTS + 16);
    route.retIfEqual(0, ALLOW).ret(ERRNO | EAFNOSUPPORT);
    return new BpfProgram()
        .load(ARGUMENTS)
        .retIfEqual(AF_UNIX, ALLOW)
        .ifEqual(AF_INET, internet)
        .ifEqual(AF_INET6, internet)
        .ifEqual(AF_NETLINK, route)
        .ret(ERRNO | EAFNOSUPPORT);
  }

  /// Unix sockets too: Landlock does not keep them from a path outside.
  private static BpfProgram noSocket() {
    return new BpfProgram().ret(ERRNO | EAFNOSUPPORT);
  }

  /// A pair of datagram sockets can send to any path, a connected stream cannot.
  private static BpfProgram socketPair() {
    return new BpfProgram()
        .load(ARGUMENTS)
        .retUnlessEqual(AF_UNIX, ERRNO | EAFNOSUPPORT)
        .load(ARGUMENTS + 8)
        .and(0xF)
        .retIfEqual(SOCK_STREAM, ALLOW)
        .retIfEqual(SOCK_SEQPACKET, ALLOW)
        .ret(ERRNO | EAFNOSUPPORT);
  }
}
