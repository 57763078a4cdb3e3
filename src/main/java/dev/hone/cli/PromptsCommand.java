package dev.hone.cli;

import java.util.List;

/// `hone prompts`: the prompts that models are asked with.
final class PromptsCommand implements CommandGroup {
  private final List<Command> members;

  PromptsCommand(Services services) {
    members =
        List.of(
            new PromptsListCommand(), new PromptsShowCommand(), new PromptsTryCommand(services));
  }

  @Override
  public String name() {
    return "prompts";
  }

  @Override
  public String purpose() {
    return "list and show the prompts, and try another one on earlier runs";
  }

  @Override
  public List<Command> members() {
    return members;
  }
}
