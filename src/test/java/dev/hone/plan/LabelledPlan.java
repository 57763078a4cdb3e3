package dev.hone.plan;

import dev.hone.requirement.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One requirement of the labelled set with the plan that it means.
///
/// @param language the language's identifier
/// @param text the requirement
/// @param signatures what the code must offer
/// @param files the files
/// @param examples kind, call and expected value, blanks squeezed
record LabelledPlan(
    String language,
    String text,
    List<String> signatures,
    List<String> files,
    List<String> examples) {
  /// The requirements that the rules were made with.
  ///
  /// @param file the resource that holds them
  static List<LabelledPlan> seen(String file) {
    return blocks(file, false);
  }

  /// Every fourth requirement, kept aside while the rules were made.
  ///
  /// @param file the resource that holds them
  static List<LabelledPlan> heldOut(String file) {
    return blocks(file, true);
  }

  private static List<LabelledPlan> blocks(String file, boolean heldOut) {
    try (InputStream in = LabelledPlan.class.getResourceAsStream(file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String[] blocks = all.substring(all.indexOf("\n=== ") + 5).split("\n=== ", -1);
      return IntStream.range(0, blocks.length)
          .filter(i -> (i % 4 == 3) == heldOut)
          .mapToObj(i -> of(blocks[i]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledPlan of(String block) {
    String[] parts = block.split("\n--- (?:signature|files|examples)", -1);
    int line = parts[0].indexOf('\n');
    return new LabelledPlan(
        parts[0].substring(0, line),
        parts[0].substring(line).strip(),
        lines(parts[1]),
        lines(parts[2]),
        lines(parts[3]));
  }

  private static List<String> lines(String part) {
    return Arrays.stream(part.split("\n", -1))
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(l -> !l.isEmpty())
        .toList();
  }

  /// The same parts of the plan that the rules make.
  LabelledPlan asPlanned() {
    Plan plan =
        new RulePlanner()
            .plan(new Requirement(text, language, List.of()), IdiomsOnly.named(language))
            .plan();
    List<String> read =
        plan.examples().stream()
            .map(e -> (e.kind() + " " + e.call() + " ⇒ " + e.expected()).replaceAll("\\s+", " "))
            .toList();
    return new LabelledPlan(language, text, plan.signatures(), plan.files(), read);
  }
}
