package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.candidate.Candidate;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.ToolchainException;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.language.go.Go;
import dev.hone.language.java.Java;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.rust.Rust;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Rule;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Tricks.State;
import dev.hone.verdict.Tricks.Trick;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Judges wrong solutions that try to pass, by the real judge in the real sandbox, with every rule
/// of the scan permitted. What still passes is listed as open: closing it must change the list.
class FakePassesIT {
  private static final Tricks TRICKS =
      new Tricks(Path.of("src", "test", "resources", "dev", "hone", "verdict", "tricks"));
  private static final Path TOOLCHAINS = Path.of("target", "toolchains");

  // Time enough also where other work is going on.
  private static final Duration TIME = Duration.ofSeconds(90);

  private final Scanner scanner = new Scanner();
  private final Sandboxes sandboxes = new Sandboxes();

  /// {@return the languages whose tricks are tried}
  List<LanguageId> languages() {
    return List.of(LanguageId.values());
  }

  /// {@return the sandbox that runs them}
  ///
  /// @param chosen the strongest of this machine
  Sandbox used(Sandbox chosen) {
    return chosen;
  }

  @TestFactory
  Stream<DynamicContainer> noTrickPassesUnlessItIsListedAsOpen() throws Exception {
    return TRICKS.all().stream()
        .filter(trick -> languages().contains(trick.language()))
        .collect(Collectors.groupingBy(Trick::language, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicContainer.dynamicContainer(
                    entry.getKey().id(),
                    entry.getValue().stream()
                        .map(
                            trick ->
                                DynamicTest.dynamicTest(
                                    trick.name() + ": " + trick.why(), () -> judged(trick)))));
  }

  @Test
  void everyLanguageSaysWhatBecomesOfEveryTrick() throws Exception {
    List<String> names = TRICKS.all().stream().map(Trick::name).distinct().toList();
    for (LanguageId language : LanguageId.values()) {
      assertThat(TRICKS.all())
          .as(language.id())
          .filteredOn(trick -> trick.language() == language)
          .extracting(Trick::name)
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private void judged(Trick trick) throws Exception {
    List<SourceFile> files = TRICKS.files(trick);
    if (files.isEmpty()) {
      assertThat(trick.state()).isIn(State.NONE, State.OPEN);
      return;
    }
    Judgement judgement = judge(language(trick.language()), files);
    // A trick that does not compile shows nothing, unless it is one of names.
    if (!trick.name().equals("shadowing-module")) {
      assertThat(judgement.verdict())
          .as(String.join("\n", judgement.errors()))
          .isNotInstanceOf(Verdict.CompileError.class);
    }
    assertThat(judgement.verdict() instanceof Verdict.Passed)
        .as("%s %s", judgement.verdict().id(), String.join("\n", judgement.errors()))
        .isEqualTo(trick.state() == State.PASSES || trick.state() == State.OPEN);
  }

  private Judgement judge(Language language, List<SourceFile> files) throws InterruptedException {
    String path = files.getFirst().path();
    SourceFile tests =
        language
            .exampleTests(
                new TestBrief(
                    path,
                    language.testPath(path, Origin.TEXT.id()),
                    List.of("add"),
                    List.of("add(...)"),
                    List.of(example("add(1, 2)", "3"), example("add(2, 2)", "4"))))
            .orElseThrow();
    Set<String> allowed = scanner.rules().stream().map(Rule::id).collect(Collectors.toSet());
    try {
      return new Judge(scanner, used(sandboxes.choose()))
          .judge(
              language,
              new Candidate(files),
              new Suite(List.of(new TestFile(Origin.TEXT, tests, language.testNames(tests)))),
              new JudgeSettings(Limits.defaults().withTime(TIME), allowed));
    } catch (ToolchainException e) {
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }

  private static Language language(LanguageId id) {
    Progress progress = Progress.silent();
    return switch (id) {
      case PYTHON -> new Python(TOOLCHAINS, progress);
      case JAVASCRIPT -> new JavaScript(TOOLCHAINS);
      case TYPESCRIPT -> new TypeScript(TOOLCHAINS, progress);
      case JAVA -> new Java(TOOLCHAINS, progress);
      case GO -> new Go(TOOLCHAINS, progress);
      case RUST -> new Rust(TOOLCHAINS, progress);
      case C -> new C(TOOLCHAINS, progress);
      case CPP -> new Cpp(TOOLCHAINS, progress);
    };
  }

  private static Example example(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }
}
