package dev.hone.cli;

import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `hone prompts list`: the prompts that can be tried, with the hashes that the log knows.
final class PromptsListCommand implements Command {
  @Override
  public String name() {
    return "prompts list";
  }

  @Override
  public String purpose() {
    return "list the prompts with their hashes";
  }

  @Override
  public CommandSpec spec() {
    return named().addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    List<PromptTemplate> all = Prompts.NAMES.stream().map(PromptTemplate::load).toList();
    if (Options.has(words, "--json")) {
      ObjectNode form = Json.form();
      ArrayNode listed = form.putArray("prompts");
      all.forEach(one -> listed.addObject().put("name", one.name()).put("hash", one.hash()));
      streams.out().print(Json.text(form));
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("prompt", "hash"));
      all.forEach(one -> rows.add(List.of(one.name(), one.hash())));
      streams.out().print(Grid.of(rows, 2));
    }
    return ExitCode.OK;
  }
}
