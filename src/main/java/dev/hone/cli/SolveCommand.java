package dev.hone.cli;

import dev.hone.config.SolveDefaults;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Result;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone REQUIREMENT` and `hone solve REQUIREMENT`.
final class SolveCommand implements Command {
  private final Services services;

  SolveCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "solve";
  }

  @Override
  public String purpose() {
    return "write code and test it; the command when none is named";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("REQUIREMENT")
                    .arity("0..1")
                    .required(false)
                    .index("0")
                    .type(String.class)
                    .description("what the code shall do; - reads it from standard input")
                    .build())
            .addOption(TypedText.edit())
            .addOption(Options.language());
    EditOptions.specs().forEach(spec::addOption);
    Solving.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    EditedFiles files = EditOptions.files(words);
    Services chosen = Options.services(words, services);
    Applying applying = Applying.of(files, words, chosen.settings().environment());
    try (TypedText typed = TypedText.of(words, chosen, streams)) {
      Requirement requirement = requirement(typed.text(), words, files, chosen);
      Result result =
          new Solving(chosen)
              .run(
                  Solving.request(requirement, words, chosen),
                  EditOptions.showsDiff(words, streams)
                      ? solved -> edits(files, solved).diff()
                      : Solving::code,
                  words,
                  streams);
      typed.used();
      if (!files.files().isEmpty()) {
        applying.apply(edits(files, result), result, streams);
      }
      return Solving.exit(result);
    }
  }

  private static Edits edits(EditedFiles files, Result result) {
    return new Edits(files, result.best().map(Attempt::code).orElse(List.of()));
  }

  private static Requirement requirement(
      String text, ParseResult words, EditedFiles files, Services services) {
    // A usual language says nothing of a file that is there.
    String usual = files.files().isEmpty() ? SolveDefaults.of(services.settings()).language() : "";
    String language = Options.text(words, "--language", usual);
    if (!language.isEmpty()) {
      language = Options.language(language, services.languages()).id();
    }
    if (!files.files().isEmpty()) {
      files.checkLanguage(language, services.languages());
    }
    return new Requirement(
        text,
        language,
        TextFiles.tests(Options.texts(words, "--tests"), "--tests"),
        files.sources(),
        files.context(Options.texts(words, EditOptions.CONTEXT)));
  }
}
