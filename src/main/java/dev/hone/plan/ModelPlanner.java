package dev.hone.plan;

import dev.hone.language.Language;
import dev.hone.model.LanguageModel;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.requirement.Shown;
import dev.hone.requirement.Trim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a large model for a plan and lays it over the plan by rule: what the text itself says
/// stays.
public final class ModelPlanner implements Planner {
  private static final int MOST_TOKENS = 700;
  private static final int MOST_LINES = 10;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^[#*\\s]*(signatures?|files?|edge(?: cases?)?|steps?)\\**\\s*:\\**\\s*(.*)$");
  private static final Pattern BULLET = Pattern.compile("^(?:[-*•]|\\d+[.)])\\s+");
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(?:def|class|struct|type|interface|enum|trait|record|function|const|fn|func(?:\\s+\\([^)]*\\))?)\\s+([A-Za-z_$][\\w$]*)|([A-Za-z_$][\\w$]*)(?:<[^()]*>)?\\s*\\(");
  private static final Pattern PATH = Pattern.compile("(?:[\\w-]+/)*[\\w.-]+\\.\\w{1,4}");

  private final LanguageModel model;
  private final RulePlanner rules;
  private final Progress progress;
  private final PromptTemplate template;

  /// Makes a planner.
  ///
  /// @param model the model that is asked
  /// @param rules makes the plan that the answer is laid over, and that stands if there is none
  /// @param prompts Hone's own, or what is tried
  /// @param progress hears what is left out of a prompt that is too long
  public ModelPlanner(LanguageModel model, RulePlanner rules, Prompts prompts, Progress progress) {
    this.template = prompts.of("plan/plan");
    this.model = model;
    this.rules = rules;
    this.progress = progress;
  }

  @Override
  public Planned plan(Requirement requirement, Language language) {
    Plan byRule = rules.plan(requirement, language).plan();
    if (requirement.program().isPresent()) {
      // Its functions are its own affair.
      return new Planned(byRule, List.of());
    }
    Function<Trim, Prompt> prompts =
        trim ->
            template.fill(
                Map.of(
                    "language", language.id().title(),
                    "requirement", Shown.withCode(trim.of(requirement)),
                    "file", byRule.mainFile()));
    Advice advice = Advice.of(model, MOST_TOKENS, prompts, progress);
    // The plan by rule is enough to go on.
    return new Planned(
        advice.text().map(text -> merged(byRule, sections(text))).orElse(byRule), advice.asked());
  }

  private static Map<String, List<String>> sections(String reply) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String current = "";
    for (String line : reply.lines().toList()) {
      Matcher label = LABEL.matcher(line);
      String said = line;
      if (label.matches()) {
        current = label.group(1).substring(0, 4).toLowerCase(java.util.Locale.ROOT);
        said = label.group(2);
      }
      String bare = BULLET.matcher(said.strip()).replaceFirst("").replace("`", "").strip();
      if (!bare.isEmpty() && !current.isEmpty() && !bare.equalsIgnoreCase("none")) {
        sections.computeIfAbsent(current, _ -> new ArrayList<>()).add(bare);
      }
    }
    return sections;
  }

  private static Plan merged(Plan rule, Map<String, List<String>> said) {
    Map<String, String> offered = new LinkedHashMap<>();
    for (int i = 0; i < rule.entryPoints().size(); i++) {
      offered.put(rule.entryPoints().get(i), rule.signatures().get(i));
    }
    if (offered.isEmpty() || rule.signatures().stream().anyMatch(s -> s.contains("(...)"))) {
      boolean open = offered.isEmpty();
      for (String line : said.getOrDefault("sign", List.of())) {
        Matcher name = NAME.matcher(line);
        String found = !name.find() ? "" : name.group(1) == null ? name.group(2) : name.group(1);
        if (!found.isEmpty() && (open || offered.getOrDefault(found, "").contains("(...)"))) {
          offered.put(found, line.replaceAll("[:{]\\s*$", "").strip());
        }
      }
    }
    List<String> steps = said.getOrDefault("step", rule.steps());
    return new Plan(
        rule.language(),
        List.copyOf(offered.values()),
        List.copyOf(offered.keySet()),
        files(rule, said.getOrDefault("file", List.of())),
        rule.examples(),
        union(rule.edgeCases(), said.getOrDefault("edge", List.of())),
        steps.stream().limit(MOST_LINES).toList());
  }

  /// The main file stays: tests import it, and a person may have named it.
  private static List<String> files(Plan rule, List<String> said) {
    String main = rule.mainFile();
    String extension = main.substring(main.lastIndexOf('.'));
    return union(
        rule.files(),
        said.stream()
            .filter(path -> PATH.matcher(path).matches() && path.endsWith(extension))
            .filter(path -> path.contains("/") && !path.contains("..") && !path.contains("test"))
            .toList());
  }

  private static List<String> union(List<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all.stream().limit(MOST_LINES + 2).toList();
  }
}
