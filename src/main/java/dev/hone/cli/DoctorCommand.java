package dev.hone.cli;

import dev.hone.Check;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `hone doctor`: what works here, and what to do about the rest.
final class DoctorCommand implements Command {
  private final Services services;

  DoctorCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String purpose() {
    return "say what works here, and what to do about the rest";
  }

  @Override
  public CommandSpec spec() {
    return named().addOption(Options.profile()).addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    List<Check> checks;
    try (ProgressView view = ProgressView.of(streams)) {
      checks = Options.services(words, services).doctor(view);
    }
    boolean missing = checks.stream().anyMatch(check -> check.state() == Check.State.MISSING);
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(form(checks, !missing)));
    } else {
      checks.forEach(check -> streams.out().print(text(check)));
    }
    return missing ? ExitCode.MISSING : ExitCode.OK;
  }

  private static String text(Check check) {
    String line =
        String.format(
            Locale.ROOT, "%-8s %-12s %s", check.state().id(), check.name(), check.found());
    String advice = check.advice().isEmpty() ? "" : " ".repeat(22) + check.advice() + "\n";
    return line.stripTrailing() + "\n" + advice;
  }

  private static ObjectNode form(List<Check> checks, boolean ready) {
    ObjectNode form = Json.form().put("ready", ready);
    ArrayNode array = form.putArray("checks");
    for (Check check : checks) {
      ObjectNode one = array.addObject();
      one.put("name", check.name()).put("state", check.state().id());
      one.put("found", check.found()).put("advice", check.advice());
    }
    return form;
  }
}
