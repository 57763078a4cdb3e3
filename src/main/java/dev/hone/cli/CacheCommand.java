package dev.hone.cli;

import java.util.List;

/// `hone cache`: what Hone keeps to be quicker the next time.
final class CacheCommand implements CommandGroup {
  private final List<Command> members;

  CacheCommand(Services services) {
    members = List.of(new CacheListCommand(services), new CacheCleanCommand(services));
  }

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public String purpose() {
    return "list and remove downloads, test runners and packages";
  }

  @Override
  public List<Command> members() {
    return members;
  }
}
