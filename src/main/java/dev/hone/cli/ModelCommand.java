package dev.hone.cli;

import java.util.List;

/// `hone model`: the models of this machine.
final class ModelCommand implements CommandGroup {
  private final List<Command> members;

  ModelCommand(Services services) {
    members =
        List.of(
            new ModelListCommand(services),
            new ModelPullCommand(services),
            new ModelShowCommand(services),
            new ModelVerifyCommand(services),
            new ModelUseCommand(services),
            new ModelRemoveCommand(services),
            new ServeCommand(services));
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public String purpose() {
    return "list, fetch, check, choose and serve the models of this machine";
  }

  @Override
  public List<Command> members() {
    return members;
  }
}
