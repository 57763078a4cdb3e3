package dev.hone.sandbox.container;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperOrders.Role;
import dev.hone.sandbox.helper.Inside;
import dev.hone.sandbox.landlock.Folders;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Disposal;
import dev.hone.sandbox.process.Distant;
import dev.hone.sandbox.process.FirstProcess;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Guard;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.process.Word;
import dev.hone.sandbox.process.Workplace;
import dev.hone.sandbox.view.Entry;
import dev.hone.sandbox.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes jobs ready for an engine that was asked already.
final class Preparation {
  private static final Path INPUT = Path.of("/in");
  private static final Path FILTER = Inside.OWN.resolve("filter");

  /// As many as the kernel lets the user have, where it counts all that the user runs and not the
  /// container alone.
  private static final int UNCOUNTED = 1 << 20;

  private final Ground ground;
  private final Helper.Ready helper;
  private final Client client;
  private final Ways ways;
  private final View view = View.ofMachine();
  private final Submounts mounted = Submounts.ofMachine();
  private final Names names = new Names();

  Preparation(Ground ground, Helper.Ready helper, Client client, Ways ways) {
    this.ground = ground;
    this.helper = helper;
    this.client = client;
    this.ways = ways;
  }

  /// What is the same for all jobs.
  ///
  /// @param engine the engine
  /// @param image the image
  /// @param counted whether the engine holds memory and processes by a control group
  /// @param swapHeld whether it holds swap too
  /// @param rootless whether an ordinary user runs Hone
  record Ways(Engine engine, String image, boolean counted, boolean swapHeld, boolean rootless) {}

  /// {@return a job made ready} Waits while too many jobs run.
  Prepared of(Job job) throws InterruptedException {
    Slots.Slot slot = ground.slots().take();
    List<AutoCloseable> held = new ArrayList<>(List.of(slot));
    try {
      Optional<Slots.Slot> owner = ways.rootless() ? Optional.empty() : Optional.of(slot);
      Path root = ground.workplace().unique("run");
      held.addFirst(() -> Workplace.remove(root));
      Folders folders = Folders.make(root, owner);
      folders.copyIn(job.directory());
      Word word = Word.at(root.resolve("word"), slot.uid());
      held.addFirst(word);
      String name = names.next();
      List<String> removal = client.line(ways.engine().removing(name));
      held.addFirst(Guard.then(removal));
      Path told = Inside.OWN.resolve(name);
      Box box =
          new Box(
              name,
              ways.image(),
              slot.uid(),
              ways.rootless(),
              ways.counted(),
              ways.swapHeld(),
              entries(job, slot.uid(), folders.work(), List.of(new Entry.Bind(word.path(), told))),
              job.limits());
      List<String> command = command(box, Boxed.heldBack(job), told);
      FirstProcess first = new FirstProcess(told.toString(), slot.uid());
      return Distant.of(
          ground, job, new Distant.Start(command, removal, first, word, ways.counted()), held);
    } catch (IOException e) {
      held.forEach(Disposal::giveBack);
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not make the folder for a job (%s); make %s writable"
              .formatted(e.getMessage(), System.getProperty("java.io.tmpdir")),
          e);
    } catch (RuntimeException | InterruptedException e) {
      held.forEach(Disposal::giveBack);
      throw e;
    }
  }

  private List<String> command(Box box, Job job, Path told) {
    List<String> inner =
        new Inside(helper)
            .orders(Role.FIRST, job, each(job.limits()), 0)
            .add("low", true)
            .add("copy", INPUT)
            .add("filter", FILTER)
            .add("status", told)
            .then(job.command());
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
    command.add(Tools.path("setsid"));
    command.addAll(client.line(new RunWords(ways.engine(), box).then(inner)));
    return command;
  }

  private Limits each(Limits limits) {
    Limits each = new ResourceLimits(limits, false, 1).ofEachProcess();
    return ways.rootless() && ways.engine() == Engine.DOCKER ? each.withProcesses(UNCOUNTED) : each;
  }

  private List<Entry> entries(Job job, int uid, Path input, List<Entry> more) {
    List<Entry> entries = new ArrayList<>(new Inside(helper).entries());
    Path filter = ground.filter(new SeccompPolicy(true, ways.counted()));
    entries.add(new Entry.Bind(filter, FILTER));
    entries.addAll(more);
    entries.add(new Entry.Bind(input, INPUT));
    entries.addAll(view.entries(job, ground.passwd(uid)));
    entries.add(new Entry.Scratch(View.BOX, job.limits().folderBytesInMemory()));
    // What engines show of the machine, hidden.
    Path empty = ground.workplace().file("no-content", new byte[0]);
    Stream.of("/etc/hosts", "/etc/hostname", "/etc/resolv.conf")
        .map(Path::of)
        .forEach(at -> entries.add(new Entry.Bind(empty, at)));
    return mounted.added(entries);
  }
}
