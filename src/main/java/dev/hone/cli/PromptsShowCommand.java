package dev.hone.cli;

import dev.hone.model.Prompts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone prompts show`: the text of a prompt, to begin another one with.
final class PromptsShowCommand implements Command {
  @Override
  public String name() {
    return "prompts show";
  }

  @Override
  public String purpose() {
    return "print the text of a prompt";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("NAME")
                .index("0")
                .arity("1")
                .type(String.class)
                .completionCandidates(Prompts.NAMES)
                .description("a name of hone prompts list, such as candidate/write")
                .build());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String name = words.matchedPositionalValue(0, "");
    streams.out().print(Prompts.named(name).text());
    return ExitCode.OK;
  }
}
