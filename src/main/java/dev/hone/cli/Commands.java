package dev.hone.cli;

import java.util.ArrayList;
import java.util.List;

/// Every command of the program.
public final class Commands {
  private Commands() {}

  /// {@return the commands in the order of the help}
  ///
  /// @param services what they need of Hone
  public static List<Command> all(Services services) {
    List<Command> commands =
        new ArrayList<>(
            List.of(
                new SolveCommand(services),
                new RefineCommand(services),
                new JudgeCommand(services),
                new SandboxCommand(services),
                new ScanCommand(services),
                new RunsCommand(services),
                new ShowCommand(services),
                new DiffCommand(services),
                new ReplayCommand(services),
                new RerunCommand(services),
                new ResumeCommand(services),
                new LabelCommand(services),
                new StatsCommand(services),
                new PromptsCommand(services),
                new ExportCommand(services),
                new PruneCommand(services),
                new LogCommand(services),
                new BenchCommand(services),
                new DoctorCommand(services),
                new ModelCommand(services),
                new CacheCommand(services),
                new ConfigCommand(services),
                new SchemaCommand()));
    // These two tell of all commands, themselves among them.
    commands.add(new CompletionCommand(commands));
    commands.add(new HelpCommand(commands, services.version()));
    return List.copyOf(commands);
  }
}
