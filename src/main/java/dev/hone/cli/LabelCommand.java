package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.Label;
import dev.hone.runlog.Mark;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone label ID right|wrong`: keeps what a person found of a run.
final class LabelCommand implements Command {
  private static final String NONE = "none";

  private final Services services;

  LabelCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "label";
  }

  @Override
  public String purpose() {
    return "mark a run's answer as right or wrong, for hone stats";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(RunWord.word(0, "ID", "the run's identifier, or a beginning of it"))
        .addPositional(
            RunWord.word(
                1,
                "MARK",
                "right or wrong; none takes an earlier mark away",
                List.of("right", "wrong", "none")))
        .addOption(StatsOptions.typeOption("the type of the work, such as parsing"));
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String word = words.matchedPositionalValue(1, "");
    Optional<Mark> mark = mark(word);
    boolean typed = Options.has(words, "--type");
    if (mark.isEmpty() && typed) {
      throw new UsageException("none takes the mark and its type away; leave out --type");
    }
    String type = typed ? StatsOptions.type(Options.text(words, "--type", "")) : "";
    try (RunLog log = services.runLog()) {
      RunRecord run = RunWord.find(log, words.matchedPositionalValue(0, ""));
      if (mark.isEmpty()) {
        log.removeLabel(run.id());
        streams.out().println(run.id() + " is not marked");
      } else {
        Label label = new Label(mark.get(), type(type, log.label(run.id())), Instant.now());
        keep(log, run, label);
        streams.out().println(run.id() + " is marked " + words(label));
      }
    }
    return ExitCode.OK;
  }

  /// {@return what is said, in words}
  static String words(Label label) {
    return label.mark().id() + (label.type().isEmpty() ? "" : ", type " + label.type());
  }

  private static String type(String named, Optional<Label> earlier) {
    return named.isEmpty() ? earlier.map(Label::type).orElse("") : named;
  }

  private static void keep(RunLog log, RunRecord run, Label label) {
    if (run.best().isEmpty()) {
      throw new UsageException(
          "the run %s came to no answer that could be right or wrong; hone runs lists the others"
              .formatted(run.id()));
    }
    log.label(run.id(), label);
  }

  private static Optional<Mark> mark(String word) {
    Optional<Mark> mark =
        Arrays.stream(Mark.values()).filter(known -> known.id().equals(word)).findFirst();
    if (mark.isEmpty() && !word.equals(NONE)) {
      throw new UsageException(
          "a run is marked right, wrong or none, not '%s'; such as: hone label ID wrong"
              .formatted(word));
    }
    return mark;
  }
}
