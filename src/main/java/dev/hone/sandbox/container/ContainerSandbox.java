package dev.hone.sandbox.container;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Prepared;
import dev.hone.sandbox.process.Tools;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A container for each job, on an empty image, with the machine's programs shown read-only: no
/// network, no capabilities, no new privileges, a user of its own. The helper is its first process,
/// so that Hone's filter, Landlock and limits hold inside too.
public final class ContainerSandbox implements Sandbox {
  private static final Pattern NAMED = Pattern.compile("hone-(\\d+)-(\\d+)-\\d+");

  private final Ground ground;
  private final Helper helper;
  private final Engine engine;
  private final Image image;
  private @Nullable Preparation preparation;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  /// @param helper the helper; without it nothing runs
  /// @param engine the engine
  /// @param image the name of an image that is on the machine, or empty for an empty one
  public ContainerSandbox(Ground ground, Helper helper, Engine engine, String image) {
    this.ground = ground;
    this.helper = helper;
    this.engine = engine;
    this.image = new Image(image);
  }

  @Override
  public String mode() {
    return engine.mode();
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    Prepared prepared = preparation().of(job);
    return ground.supervisor().run(mode(), prepared, job);
  }

  private synchronized Preparation preparation() throws InterruptedException {
    Preparation known = preparation;
    if (known == null) {
      known =
          switch (helper) {
            case Helper.Ready ready -> prepared(ready);
            case Helper.Missing(String reason) ->
                throw new SandboxException(
                    ErrorType.EXTERNAL,
                    "a container needs the helper in C, which is not here (%s); install a C compiler"
                            .formatted(reason)
                        + " (for example: apt install gcc)");
          };
      preparation = known;
    }
    return known;
  }

  private Preparation prepared(Helper.Ready ready) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    Client client = new Client(engine, environment, ground.workplace().folder("engine"));
    String name = image.ready(engine, client);
    String limits = client.told(engine.askingForLimits(), new byte[0]);
    sweep(client);
    return new Preparation(
        ground,
        ready,
        client,
        new Preparation.Ways(
            engine, name, engine.holdsLimits(limits), engine.holdsSwap(limits), Tools.uid() != 0));
  }

  /// Removes containers of programs that were killed before they could.
  private void sweep(Client client) throws InterruptedException {
    String names =
        client.told(
            List.of("ps", "--all", "--filter", "name=hone-", "--format", "{{.Names}}"),
            new byte[0]);
    for (String name : names.split("\\s+", -1)) {
      Matcher matcher = NAMED.matcher(name);
      if (matcher.matches()
          && matcher.group(1).equals(Names.machine())
          && ProcessHandle.of(Long.parseLong(matcher.group(2))).isEmpty()) {
        var _ = client.ask(engine.removing(name), new byte[0]);
      }
    }
  }
}
