package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.candidate.Candidate;
import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.PackageName;
import dev.hone.language.SourceFile;
import dev.hone.language.c.C;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.Sandboxes;
import dev.hone.sandbox.registry.Route;
import dev.hone.scan.Scanner;
import dev.hone.suite.GivenTests;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fetches small packages from the registries of this machine's own clients, in the sandbox.
class PackageStoreIT {
  private static final Path TOOLCHAINS = Path.of("target", "toolchains");
  private static final Sandbox SANDBOX = new Sandboxes().choose();
  private static final Python PYTHON = new Python(TOOLCHAINS, Progress.silent());
  private static final JavaScript JAVASCRIPT = new JavaScript(TOOLCHAINS);
  private static final TypeScript TYPESCRIPT = new TypeScript(TOOLCHAINS, Progress.silent());

  @TempDir Path cache;
  private final List<String> lines = new ArrayList<>();

  /// The folders are closed for writing, and JUnit removes only what it can open.
  @AfterEach
  void openWhatWasKept() throws IOException {
    try (Stream<Path> folders = Files.walk(cache)) {
      folders.filter(Files::isDirectory).forEach(one -> one.toFile().setWritable(true));
    }
  }

  @Test
  void pythonImportsAPackageThatIsFetchedOnceAndThenNeedsNoNetwork() throws Exception {
    SourceFile code =
        new SourceFile("solution.py", "import six\n\ndef text(x):\n    return six.ensure_str(x)\n");
    SourceFile test =
        new SourceFile(
            "test_solution.py",
            "from solution import text\n\ndef test_text():\n    assert text(b'a') == 'a'\n");

    Language with = fetched(PYTHON, "six==1.17.0");

    assertThat(judged(with, code, test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(lines).last().isEqualTo("packages: six 1.17.0");
    assertThat(judged(PYTHON, code, test).errors().getFirst())
        .contains("no module named 'six': there is no such file and no third-party packages here");
    Language again =
        store(new Route.Closed(), SANDBOX).with(PYTHON, PackageName.list("six==1.17.0"));
    assertThat(judged(again, code, test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(again.idioms().style()).contains("these packages are there: six 1.17.0.");
  }

  @Test
  void whatIsKeptCannotBeWritten() throws IOException {
    fetched(PYTHON, "six==1.17.0");
    try (Stream<Path> files = Files.walk(cache.resolve("packages/python"))) {
      assertThat(files.filter(file -> file.endsWith("six.py")).toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .noneMatch(one -> one.name().endsWith("_WRITE")));
    }
  }

  @Test
  void javaScriptLoadsAPackageByRequireAndByImport() throws Exception {
    Language with = fetched(JAVASCRIPT, "is-odd==3.0.1");

    Judgement judgement =
        judged(
            with,
            new SourceFile(
                "solution.js", "const isOdd = require('is-odd');\nmodule.exports = { isOdd };\n"),
            new SourceFile(
                "solution.test.js",
                """
                import test from 'node:test';
                import assert from 'node:assert';
                import same from 'is-odd';
                import { isOdd } from './solution.js';
                test('odd', () => { assert.ok(isOdd(3)); assert.strictEqual(same, isOdd); });
                """));

    // It has a dependency of its own, which is found beside it.
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Passed());
  }

  @Test
  void typeScriptChecksAPackagesTypes() throws Exception {
    Language with = fetched(TYPESCRIPT, "is-odd==3.0.1");
    SourceFile test =
        new SourceFile(
            "solution.test.ts",
            """
            import test from 'node:test';
            import assert from 'node:assert';
            import { odd } from './solution';
            test('odd', () => { assert.ok(odd(3)); });
            """);

    assertThat(judged(with, odd("isOdd(n)"), test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(judged(with, odd("isOdd(n).length"), test).verdict())
        .isEqualTo(new Verdict.CompileError());
  }

  @Test
  void aNameThatTheRegistryDoesNotKnowIsWrongUse() {
    assertThatThrownBy(() -> fetched(PYTHON, "hone-has-no-such-package"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "there is no package hone-has-no-such-package where pip looks; check the name, or leave"
                + " it out of --with");
    assertThatThrownBy(() -> fetched(JAVASCRIPT, "hone-has-no-such-package"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("there is no package hone-has-no-such-package where npm looks");
    assertThatThrownBy(() -> fetched(PYTHON, "six==99"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("six has no such version that fits here; there are: …")
        .hasMessageContaining("1.17.0");
  }

  @Test
  void whatTheTextNamesAndCannotBeHadIsLeftOut() {
    Language with =
        store(new Route.Closed(), SANDBOX)
            .with(PYTHON, List.of(), List.of(new PackageName("numpy", "")));

    assertThat(with).isSameAs(PYTHON);
    assertThat(lines)
        .containsExactly(
            "packages: the text names numpy",
            "going on without numpy: numpy: not here, and Hone is offline. Run once without"
                + " HONE_OFFLINE; after that no network is needed");
  }

  @Test
  void offlineNothingIsFetched() {
    assertThatThrownBy(
            () -> store(new Route.Closed(), SANDBOX).with(PYTHON, PackageName.list("six")))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("Hone is offline");
  }

  @Test
  void aSandboxWithoutANetworkOfItsOwnFetchesNothing() {
    assertThatThrownBy(
            () -> store(Route.of(System.getenv()), shared()).with(PYTHON, PackageName.list("six")))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("install bubblewrap");
  }

  @Test
  void aLanguageWithoutPackagesSaysSo() {
    assertThatThrownBy(
            () ->
                store(Route.of(System.getenv()), SANDBOX)
                    .with(new C(TOOLCHAINS, Progress.silent()), PackageName.list("x")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("packages for C are not supported");
  }

  @Test
  void anInterruptIsNoReasonToGoOnWithoutThePackagesOfTheText() {
    Assumptions.assumeTrue(System.getenv("HONE_OFFLINE") == null, "HONE_OFFLINE is set");
    PackageStore store = store(Route.of(System.getenv()), interrupted());

    assertThatThrownBy(() -> store.with(PYTHON, List.of(), List.of(new PackageName("six", ""))))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("fetching packages was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(lines).noneMatch(line -> line.startsWith("going on"));
  }

  private static SourceFile odd(String result) {
    return new SourceFile(
        "solution.ts",
        "import isOdd from 'is-odd';\nexport function odd(n: number): boolean { return %s; }\n"
            .formatted(result));
  }

  private Language fetched(Language language, String names) {
    Assumptions.assumeTrue(SANDBOX.ownNetwork(), "no sandbox with a network of its own here");
    Assumptions.assumeTrue(System.getenv("HONE_OFFLINE") == null, "HONE_OFFLINE is set");
    try {
      return store(Route.of(System.getenv()), SANDBOX).with(language, PackageName.list(names));
    } catch (PackageException e) {
      String message = String.valueOf(e.getMessage());
      Assumptions.assumeFalse(message.contains("cannot be reached"), message);
      throw e;
    }
  }

  private PackageStore store(Route route, Sandbox sandbox) {
    return new PackageStore(
        cache,
        route,
        () -> sandbox,
        event -> {
          if (event instanceof Event.Stage(String text)) {
            lines.add(text);
          }
        });
  }

  private static Judgement judged(Language language, SourceFile code, SourceFile test)
      throws InterruptedException {
    return new Judge(new Scanner(), SANDBOX)
        .judge(
            language,
            new Candidate(List.of(code)),
            new Suite(new GivenTests(language).ofUser(List.of(test))),
            new JudgeSettings(Limits.defaults(), Set.of()));
  }

  private static Sandbox interrupted() {
    return new Sandbox() {
      @Override
      public String mode() {
        return "interrupted";
      }

      @Override
      public Execution run(Job job) throws InterruptedException {
        throw new InterruptedException();
      }
    };
  }

  private static Sandbox shared() {
    return new Sandbox() {
      @Override
      public String mode() {
        return "shared";
      }

      @Override
      public boolean ownNetwork() {
        return false;
      }

      @Override
      public Execution run(Job job) {
        throw new SandboxException(ErrorType.INTERNAL, "nothing is run here");
      }
    };
  }
}
