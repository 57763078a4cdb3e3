package dev.hone.bench;

import dev.hone.candidate.CodeBlock;
import dev.hone.language.SourceFile;
import dev.hone.model.LanguageModel;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import dev.hone.progress.Progress;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The model alone: one greedy answer, never run before the hidden check.
final class SingleAnswer implements Contestant {
  private static final int MOST_TOKENS = 2048;
  private static final String PROMPT = "bench/single";
  private static final String UNNAMED = "answer";
  private static final Pattern NAMED =
      Pattern.compile("^\\W*((?:[\\w.-]+/)*[\\w.-]+\\.[A-Za-z]\\w*)\\W*$");

  private final LanguageModel model;
  private final Progress progress;
  private final PromptTemplate template = PromptTemplate.load(PROMPT);

  SingleAnswer(LanguageModel model, Progress progress) {
    this.model = model;
    this.progress = progress;
  }

  @Override
  public Answer solve(Problem.Asked asked) throws InterruptedException {
    Talk talk = new Talk(model, progress);
    Reply reply = talk.ask(template, Map.of("requirement", asked.text()), sampling());
    boolean cut = reply.finish().isCut();
    List<SourceFile> files = cut ? List.of() : files(reply.text());
    boolean read = !files.isEmpty();
    return new Answer(
        files,
        read,
        read ? "" : "Unreadable",
        read ? Ending.SOLVED : Ending.ROUNDS_USED,
        talk.usage(),
        cut ? Failure.CUT_OFF : read ? Failure.NONE : Failure.NO_CODE,
        Optional.empty());
  }

  /// {@return how its answer is sampled}
  static Sampling sampling() {
    return Sampling.greedy(MOST_TOKENS);
  }

  /// {@return the prompts of this strategy}
  static List<PromptTemplate> prompts() {
    return List.of(PromptTemplate.load(PROMPT));
  }

  /// {@return the blocks that name their file, with those that do not name one; of these the
  /// longest counts, since a block that shows how to call the code is shorter than it}
  private static List<SourceFile> files(String reply) {
    List<CodeBlock> blocks =
        CodeBlock.in(reply).stream().filter(block -> !block.code().isBlank()).toList();
    if (blocks.isEmpty()) {
      return reply.isBlank() ? List.of() : List.of(new SourceFile(UNNAMED, reply.strip() + "\n"));
    }
    List<SourceFile> all = blocks.stream().map(SingleAnswer::file).toList();
    Stream<SourceFile> unnamed =
        all.stream()
            .filter(file -> file.path().equals(UNNAMED))
            .max(Comparator.comparingInt(file -> file.content().length()))
            .stream();
    return Stream.concat(unnamed, all.stream().filter(file -> !file.path().equals(UNNAMED)))
        .toList();
  }

  private static SourceFile file(CodeBlock block) {
    return Stream.of(block.code().lines().findFirst().orElse(""), block.heading())
        .map(NAMED::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .filter(path -> !path.contains(".."))
        .findFirst()
        .map(path -> new SourceFile(path, block.code()))
        .orElseGet(() -> new SourceFile(UNNAMED, block.code()));
  }
}
