package dev.hone.candidate;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import dev.hone.plan.SourcePaths;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads code from a reply: fenced blocks, or bare code where there is no fence.
public final class ReplyReader {
  private static final int MOST_FILES = 20;
  private static final int MOST_CHARACTERS = 500_000;
  private static final Set<String> NO_CODE =
      Set.of(
          "bash",
          "sh",
          "shell",
          "zsh",
          "console",
          "powershell",
          "text",
          "txt",
          "plaintext",
          "output",
          "toml",
          "json",
          "yaml",
          "yml",
          "xml",
          "makefile",
          "cmake",
          "diff",
          "markdown",
          "md");
  private static final Pattern OUTSIDE =
      Pattern.compile("^(?:/|\\\\|[A-Za-z]:)|(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)");
  private static final Pattern BLOCK_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern DEMO =
      Pattern.compile("(?i)(?:main|demo|examples?|usage|app|index|program)");

  private final Language language;
  private final boolean changes;

  /// Makes a reader.
  ///
  /// @param language the language that the code is expected in
  public ReplyReader(Language language) {
    this(language, false);
  }

  /// Makes a reader.
  ///
  /// @param language the language that the code is expected in
  /// @param changes whether the planned files are there already, so that a reply may leave out any
  ///   of them, the one under test too
  public ReplyReader(Language language, boolean changes) {
    this.language = language;
    this.changes = changes;
  }

  /// {@return the code in a reply} A reply that the token limit cut holds none, nor do comments.
  /// Where several blocks compete for one file, the one that offers most of the planned names wins,
  /// then the longest: models like to add a block that shows how to call the code. Blocks that the
  /// reply names after further source files inside the folder are files too, tests left out; a
  /// reply that names one outside of it, or has too many or too long ones, is refused.
  ///
  /// @param reply the reply
  /// @param plan which files and names are expected
  public Reading read(Reply reply, Plan plan) {
    return read(reply, BegunReply.NONE, plan);
  }

  /// {@return the code in a reply that was begun for the model}
  ///
  /// @param reply what the model wrote
  /// @param begun what stood before it
  /// @param plan which files and names are expected
  public Reading read(Reply reply, BegunReply begun, Plan plan) {
    if (reply.finish().isCut()) {
      return new Reading.Nothing(
          reply.finish() == FinishReason.REPETITION
              ? "the reply repeated itself without end before the code was whole"
              : "the reply was cut by the token limit before the code was whole");
    }
    String text = begun.with(reply.text());
    List<CodeBlock> filled = CodeBlock.in(text).stream().filter(this::holdsCode).toList();
    if (filled.isEmpty()) {
      return bare(text, plan);
    }
    List<CodeBlock> code =
        filled.stream().filter(block -> !NO_CODE.contains(block.fence())).toList();
    List<CodeBlock> blocks = code.isEmpty() ? filled : code;
    Optional<String> refused = refused(blocks, plan);
    return refused.isPresent() ? new Reading.Nothing(refused.get()) : files(blocks, plan);
  }

  // Small models now and then answer with nothing but the file's name or the requirement again.
  private boolean holdsCode(CodeBlock block) {
    String comment = language.idioms().lineComment();
    return BLOCK_COMMENT
        .matcher(block.code())
        .replaceAll(" ")
        .lines()
        .map(String::strip)
        .anyMatch(line -> !line.isEmpty() && !line.startsWith(comment));
  }

  private Reading files(List<CodeBlock> blocks, Plan plan) {
    Map<String, CodeBlock> files = new LinkedHashMap<>();
    for (String path : plan.files()) {
      best(blocks.stream().filter(block -> isFor(block, path)).toList(), plan)
          .ifPresent(block -> files.put(path, block));
    }
    List<CodeBlock> others = blocks.stream().filter(block -> !files.containsValue(block)).toList();
    Optional<CodeBlock> main = Optional.ofNullable(files.get(plan.mainFile()));
    main = main.isPresent() ? main : best(others, plan);
    if (main.isEmpty() && !files.isEmpty() && changes) {
      return new Reading.Code(candidate(files));
    }
    if (main.isEmpty()) {
      return new Reading.Nothing("no block of the reply holds " + plan.mainFile());
    }
    Map<String, CodeBlock> all = new LinkedHashMap<>();
    all.put(plan.mainFile(), main.get());
    files.forEach(all::putIfAbsent);
    for (CodeBlock block : others) {
      if (!block.equals(main.get()) && isWanted(block, main.get())) {
        all.putIfAbsent(inside(block), block);
      }
    }
    return new Reading.Code(candidate(all));
  }

  private Candidate candidate(Map<String, CodeBlock> blocks) {
    return new Candidate(
        blocks.entrySet().stream()
            .map(e -> new SourceFile(e.getKey(), clean(e.getValue().code())))
            .toList());
  }

  /// {@return why the reply as a whole is refused, or empty where it is not}
  private Optional<String> refused(List<CodeBlock> blocks, Plan plan) {
    List<CodeBlock> named = blocks.stream().filter(block -> isSource(block.path())).toList();
    Optional<CodeBlock> outside =
        named.stream()
            .filter(block -> plan.files().stream().noneMatch(path -> isFor(block, path)))
            .filter(block -> OUTSIDE.matcher(block.path()).find())
            .findFirst();
    if (outside.isPresent()) {
      return Optional.of("the reply names a file outside of the folder: " + outside.get().path());
    }
    if (named.size() > MOST_FILES) {
      return Optional.of("the reply has more than " + MOST_FILES + " files");
    }
    return blocks.stream().mapToLong(ReplyReader::length).sum() > MOST_CHARACTERS
        ? Optional.of("the reply has more than " + MOST_CHARACTERS + " characters of code")
        : Optional.empty();
  }

  /// A block that the reply does not name after another file may stand for the one in question.
  private static boolean isFor(CodeBlock block, String path) {
    String named = inside(block);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return named.equals(path)
        || named.endsWith("/" + path)
        || named.equals(name)
        || (named.isEmpty() && block.heading().contains(path));
  }

  private boolean isSource(String path) {
    return SourcePaths.belongs(path, language.id(), language.idioms());
  }

  /// Tests and programs that show how to call the code are no part of it.
  private boolean isWanted(CodeBlock block, CodeBlock main) {
    String path = inside(block);
    String name = path.replaceFirst(".*/", "").replaceFirst("\\..*", "");
    boolean demo = DEMO.matcher(name).matches() && !main.code().contains(name);
    return isSource(path) && !SourcePaths.isTest(path) && !demo;
  }

  private static String inside(CodeBlock block) {
    return block.path().replace('\\', '/').replaceFirst("^(?:\\./)+", "");
  }

  private Reading bare(String text, Plan plan) {
    SourceFile file = new SourceFile(plan.mainFile(), clean(text));
    if (language.offeredNames(file).isEmpty()) {
      return new Reading.Nothing("the reply holds no code");
    }
    return new Reading.Code(new Candidate(List.of(file)));
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
