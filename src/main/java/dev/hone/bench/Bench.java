package dev.hone.bench;

import dev.hone.failure.HoneException;
import dev.hone.language.typescript.TypeScriptPackages;
import dev.hone.progress.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs problems by a strategy, or by solutions that the files hold, and has the hidden checks
/// decide. One run at a time for each object.
public final class Bench {
  private final BenchParts parts;

  /// Makes a bench.
  ///
  /// @param parts what it works with
  public Bench(BenchParts parts) {
    this.parts = parts;
  }

  /// {@return what the run came to} An interrupt of the calling thread ends it with what is done;
  /// the interrupt flag stays set.
  ///
  /// @param request what is asked for
  /// @throws HoneException if the suites cannot be read or Hone cannot go on; what was done until
  ///   then is in the file of results
  public Report run(BenchRequest request) {
    List<ProblemSet> chosen = chosen(request);
    Optional<Path> support = Support.named(request.support());
    ResultFile file = ResultFile.open(request.out());
    Conditions conditions = new Conditions(parts, request, chosen);
    List<Item> earlier = earlier(file, conditions.known(file), chosen);
    List<Open> open = open(chosen, earlier);
    if (open.isEmpty()) {
      return new Report(conditions.known(file), earlier);
    }
    CheckTools.Found tools = tools(open);
    Conditions.Opened opened = conditions.open();
    // Which weights they are is known only when the model is open.
    file.earlier(opened.header());
    Results results = new Results(opened.header(), earlier, file, parts.progress());
    try (Helpers helpers = new Helpers(parts.progress())) {
      List<Path> readable =
          support.map(folder -> Support.readable(folder, helpers.scratch())).stream().toList();
      CheckRunner runner = new CheckRunner(parts.sandbox().get(), tools, readable, helpers);
      TestHolder holder = new TestHolder(parts.judge(), request.settings().timeout());
      Work work = new Work(runner, holder, opened.contestants(), request.approach());
      new Workers(request.approach().asksAModel() ? 1 : request.jobs())
          .each(open, one -> work.item(one.suite(), one.problem()), results::add);
    }
    return results.report();
  }

  /// One problem that is to be done.
  ///
  /// @param suite its file's name
  /// @param problem the problem
  private record Open(String suite, Problem problem) {}

  private List<ProblemSet> chosen(BenchRequest request) {
    Selector selector = new Selector(request.selection());
    List<ProblemSet> sets =
        selector.inLanguage(new SuiteReader().read(request.selection().suites()));
    List<ProblemSet> drawn =
        selector.draw(
            request.approach().needsRightSolutions()
                ? sets.stream().map(this::withCanonical).toList()
                : sets);
    return request.settings().bare() ? drawn.stream().map(Bench::bare).toList() : drawn;
  }

  private static ProblemSet bare(ProblemSet set) {
    return set.with(set.problems().stream().map(Bare::of).toList());
  }

  private ProblemSet withCanonical(ProblemSet set) {
    List<Problem> known =
        set.problems().stream().filter(problem -> !problem.hidden().canonical().isEmpty()).toList();
    int without = set.problems().size() - known.size();
    if (without > 0) {
      parts
          .progress()
          .report(
              new Event.Stage(
                  "%s: %d of %d problems hold no right solution and are left out"
                      .formatted(set.name(), without, set.problems().size())));
    }
    return set.with(known);
  }

  private static List<Item> earlier(ResultFile file, Header header, List<ProblemSet> chosen) {
    List<Item> items = file.earlier(header);
    file.requireOnly(chosen, items);
    return items;
  }

  private static List<Open> open(List<ProblemSet> chosen, List<Item> done) {
    Set<String> names =
        done.stream().map(item -> item.suite() + " " + item.index()).collect(Collectors.toSet());
    List<Open> open = new ArrayList<>();
    for (ProblemSet set : chosen) {
      set.problems().stream()
          .filter(problem -> !names.contains(set.name() + " " + problem.index()))
          .forEach(problem -> open.add(new Open(set.name(), problem)));
    }
    return open;
  }

  private CheckTools.Found tools(List<Open> open) {
    return new CheckTools(
            new TypeScriptPackages(parts.cacheFolder(), parts.progress()),
            new GoPackages(parts.cacheFolder(), parts.progress()))
        .find(open.stream().map(Open::problem).toList());
  }
}
