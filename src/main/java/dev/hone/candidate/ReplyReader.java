package dev.hone.candidate;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads code from a reply: fenced blocks, or bare code where there is no fence.
public final class ReplyReader {
  private final Language language;

  /// Makes a reader.
  ///
  /// @param language the language that the code is expected in
  public ReplyReader(Language language) {
    this.language = language;
  }

  /// {@return the code in a reply} A reply that the token limit cut holds none. Where several
  /// blocks compete for one file, the one that offers most of the planned names wins, then the
  /// longest: models like to add a block that shows how to call the code.
  ///
  /// @param reply the reply
  /// @param plan which files and names are expected
  public Reading read(Reply reply, Plan plan) {
    if (reply.finish() == FinishReason.LENGTH) {
      return new Reading.Nothing("the reply was cut by the token limit before the code was whole");
    }
    List<CodeBlock> blocks =
        CodeBlock.in(reply.text()).stream().filter(block -> !block.code().isBlank()).toList();
    if (blocks.isEmpty()) {
      return bare(reply.text(), plan);
    }
    List<SourceFile> files = new ArrayList<>();
    for (String path : plan.files()) {
      namedBlock(blocks, path)
          .or(() -> path.equals(plan.mainFile()) ? best(blocks, plan) : Optional.empty())
          .ifPresent(block -> files.add(new SourceFile(path, clean(block.code()))));
    }
    if (files.isEmpty() || !files.getFirst().path().equals(plan.mainFile())) {
      return new Reading.Nothing("no block of the reply holds " + plan.mainFile());
    }
    return new Reading.Code(new Candidate(files));
  }

  private Reading bare(String text, Plan plan) {
    SourceFile file = new SourceFile(plan.mainFile(), clean(text));
    if (language.offeredNames(file).isEmpty()) {
      return new Reading.Nothing("the reply holds no code");
    }
    return new Reading.Code(new Candidate(List.of(file)));
  }

  private static Optional<CodeBlock> namedBlock(List<CodeBlock> blocks, String path) {
    return blocks.stream()
        .filter(
            block ->
                block.heading().contains(path) || firstLine(block.code()).strip().endsWith(path))
        .findFirst();
  }

  private Optional<CodeBlock> best(List<CodeBlock> blocks, Plan plan) {
    Comparator<CodeBlock> byNames = Comparator.comparingLong(block -> plannedNames(block, plan));
    // reversed list: max() keeps the last of equals, and the first block should win
    return blocks.reversed().stream()
        .max(byNames.thenComparingInt(block -> plan.entryPoints().isEmpty() ? length(block) : 0));
  }

  private long plannedNames(CodeBlock block, Plan plan) {
    List<String> offered =
        language.offeredNames(new SourceFile(plan.mainFile(), clean(block.code())));
    return plan.entryPoints().stream().filter(offered::contains).count();
  }

  private static int length(CodeBlock block) {
    return block.code().length();
  }

  // A model that forgets the backticks often keeps the word after them, on a line of its own.
  private String clean(String code) {
    String text = code.replace("\r\n", "\n").strip() + "\n";
    return firstLine(text).strip().equalsIgnoreCase(language.idioms().fence())
        ? text.substring(text.indexOf('\n') + 1).stripLeading()
        : text;
  }

  private static String firstLine(String code) {
    return code.lines().findFirst().orElse("");
  }
}
