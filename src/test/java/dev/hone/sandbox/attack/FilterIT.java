package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.RequiredModes;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.bubblewrap.BubblewrapRoot;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.launcher.Architecture;
import dev.hone.sandbox.launcher.ExpectedCall;
import dev.hone.sandbox.launcher.Landlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes every refused call for real, in the sandbox only, with the filter and without it.
class FilterIT {
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;
  private static final int NO_FAMILY = 97;

  @TempDir private Path folder;

  @Test
  void everyRefusedCallIsRefusedUnderNamespaces() throws Exception {
    RequiredModes.working(BubblewrapRoot.MODE);
    Changed changed = new Changed(BubblewrapRoot.MODE, new Helper.Missing("left out"));
    List<ExpectedCall> calls = calls(call -> call.when().equals("-") || call.byArgument());

    Map<String, Integer> with = made(changed.by(UnaryOperator.identity()), calls);
    Map<String, Integer> without = made(changed.by(FilterIT::unfiltered), calls);

    assertThat(with).isEqualTo(expected(calls));
    // An ordinary user gets the same error from the kernel for some of them, and then a call shows
    // nothing; for the others it is the filter that refuses.
    assertThat(calls)
        .filteredOn(call -> without.getOrDefault(word(call), -1) != call.errno())
        .extracting(ExpectedCall::name)
        .contains("ptrace", "unshare", "clone3", "ioctl", "prlimit64", "io_uring_setup")
        .contains("keyctl", "userfaultfd", "process_vm_readv", "perf_event_open", "personality")
        .hasSizeGreaterThan(40);
  }

  @Test
  void everyRefusedCallIsRefusedByLandlocksFilterToo() throws Exception {
    Sandbox sandbox = RequiredModes.working(LandlockSandbox.MODE);
    List<ExpectedCall> calls =
        calls(call -> !call.when().equals("unheld") || !Landlock.holdsTruncation());

    assertThat(made(sandbox, calls)).isEqualTo(expected(calls));
  }

  @Test
  void argumentsDecideByTheirLowHalves() throws Exception {
    Sandbox sandbox = RequiredModes.working(BubblewrapRoot.MODE);

    Map<String, Integer> errors = printed(sandbox, "arguments.c", List.of());

    assertThat(errors).isEqualTo(inNamespaces());
  }

  @Test
  void noSocketsInLandlock() throws Exception {
    Sandbox sandbox = RequiredModes.working(LandlockSandbox.MODE);
    Map<String, Integer> expected = inNamespaces();
    for (String name : List.of("unix", "tcp", "udp6", "netlink")) {
      expected.put(name, NO_FAMILY);
    }

    assertThat(printed(sandbox, "arguments.c", List.of())).isEqualTo(expected);
  }

  private static Map<String, Integer> inNamespaces() {
    Map<String, Integer> errors = new LinkedHashMap<>();
    for (String name :
        "TIOCSTI TIOCSTI+high TIOCSTI+sign TIOCLINUX TIOCLINUX+high".split(" ", -1)) {
      errors.put(name, EPERM);
    }
    errors.put("clone", 0);
    errors.put("clone+high", 0);
    for (String name : "user user+high net files cgroup names objects processes".split(" ", -1)) {
      errors.put("clone-" + name, EPERM);
    }
    errors.put("clone3", ENOSYS);
    errors.put("prlimit-own", 0);
    errors.put("prlimit-other", EPERM);
    errors.put("prlimit-other+high", EPERM);
    for (String name : "unix tcp udp6 netlink".split(" ", -1)) {
      errors.put(name, 0);
    }
    for (String name :
        "netlink-audit mptcp mptcp+high smc raw packet key algorithms vsock vsock+high smc-family xdp tipc"
            .split(" ", -1)) {
      errors.put(name, NO_FAMILY);
    }
    for (String name : "pair pair+flags pair-packets".split(" ", -1)) {
      errors.put(name, 0);
    }
    for (String name : "pair-datagrams pair-datagrams+high pair-tipc".split(" ", -1)) {
      errors.put(name, NO_FAMILY);
    }
    if (Architecture.current().orElseThrow() == Architecture.X86_64) {
      errors.put("x32-getpid", ENOSYS);
      errors.put("x32-execve", ENOSYS);
    }
    return errors;
  }

  private static List<ExpectedCall> calls(Predicate<ExpectedCall> wanted) {
    return ExpectedCall.all().stream().filter(call -> number(call) >= 0).filter(wanted).toList();
  }

  private static int number(ExpectedCall call) {
    return Architecture.current().orElseThrow() == Architecture.X86_64 ? call.x86() : call.arm();
  }

  private static String word(ExpectedCall call) {
    return call.byArgument()
        ? "%d:%d:%x".formatted(number(call), call.argument(), call.value())
        : Integer.toString(number(call));
  }

  private static Map<String, Integer> expected(List<ExpectedCall> calls) {
    Map<String, Integer> expected = new LinkedHashMap<>();
    calls.forEach(call -> expected.put(word(call), call.errno()));
    return expected;
  }

  private Map<String, Integer> made(Sandbox sandbox, List<ExpectedCall> calls) throws Exception {
    return printed(sandbox, "calls.c", calls.stream().map(FilterIT::word).toList());
  }

  private Map<String, Integer> printed(Sandbox sandbox, String program, List<String> words)
      throws Exception {
    Path compiled = Programs.compile(program, Attack.text(program), Path.of("target", "attacks"));
    Path work = Files.createTempDirectory(folder, "work");
    Files.copy(compiled, work.resolve("program"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    List<String> command = new ArrayList<>(List.of("./program"));
    command.addAll(words);
    String output =
        sandbox.run(new Job(command, Map.of(), work, List.of(), "", Limits.defaults())).stdout();
    Map<String, Integer> errors = new LinkedHashMap<>();
    output
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> errors.put(parts[0], Integer.valueOf(parts[1])));
    return errors;
  }

  private static List<String> unfiltered(List<String> command) {
    return Changed.without(command, command.indexOf("--seccomp"), 2);
  }
}
