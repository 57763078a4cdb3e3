package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.PackageName;
import dev.hone.language.SourceFile;
import dev.hone.language.c.C;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.registry.Route;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fetches small packages from the registries of this machine's own clients, in the sandbox.
class PackageStoreIT {
  private static final Python PYTHON = new Python(PackageShop.TOOLCHAINS, Progress.silent());
  private static final JavaScript JAVASCRIPT = new JavaScript(PackageShop.TOOLCHAINS);
  private static final TypeScript TYPESCRIPT =
      new TypeScript(PackageShop.TOOLCHAINS, Progress.silent());

  @TempDir Path cache;
  private PackageShop shop;

  @BeforeEach
  void openTheShop() {
    shop = new PackageShop(cache);
  }

  @AfterEach
  void openWhatWasKept() throws IOException {
    shop.open();
  }

  @Test
  void pythonImportsAPackageThatIsFetchedOnceAndThenNeedsNoNetwork() throws Exception {
    SourceFile code =
        new SourceFile("solution.py", "import six\n\ndef text(x):\n    return six.ensure_str(x)\n");
    SourceFile test =
        new SourceFile(
            "test_solution.py",
            "from solution import text\n\ndef test_text():\n    assert text(b'a') == 'a'\n");

    Language with = shop.fetched(PYTHON, "six==1.17.0");

    assertThat(shop.judged(with, code, test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(shop.lines()).last().isEqualTo("packages: six 1.17.0");
    assertThat(shop.judged(PYTHON, code, test).errors().getFirst())
        .contains("no module named 'six': there is no such file and no third-party packages here");
    Language again = shop.keptBefore(PYTHON, "six==1.17.0");
    assertThat(shop.judged(again, code, test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(again.idioms().style())
        .contains("these packages are there, and no others: six 1.17.0.");
  }

  @Test
  void whatIsKeptCannotBeWritten() throws IOException {
    shop.fetched(PYTHON, "six==1.17.0");
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
    Language with = shop.fetched(JAVASCRIPT, "is-odd==3.0.1");

    Judgement judgement =
        shop.judged(
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
    Language with = shop.fetched(TYPESCRIPT, "is-odd==3.0.1");
    SourceFile test =
        new SourceFile(
            "solution.test.ts",
            """
            import test from 'node:test';
            import assert from 'node:assert';
            import { odd } from './solution';
            test('odd', () => { assert.ok(odd(3)); });
            """);

    assertThat(shop.judged(with, odd("isOdd(n)"), test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(shop.judged(with, odd("isOdd(n).length"), test).verdict())
        .isEqualTo(new Verdict.CompileError());
  }

  @Test
  void aNameThatTheRegistryDoesNotKnowIsWrongUse() {
    assertThat(shop.refused(PYTHON, "hone-has-no-such-package"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "there is no package hone-has-no-such-package where pip looks; check the name, or leave"
                + " it out of --with");
    assertThat(shop.refused(JAVASCRIPT, "hone-has-no-such-package"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("there is no package hone-has-no-such-package where npm looks");
    assertThat(shop.refused(PYTHON, "six==99"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("six has no such version that fits here; there are: …")
        .hasMessageContaining("1.17.0");
  }

  @Test
  void whatTheTextNamesAndCannotBeHadIsLeftOut() {
    Language with =
        shop.store(new Route.Closed(), PackageShop.SANDBOX)
            .with(PYTHON, List.of(), List.of(new PackageName("numpy", "")));

    assertThat(with).isSameAs(PYTHON);
    assertThat(shop.lines())
        .containsExactly(
            "packages: the text names numpy",
            "going on without numpy: numpy: not here, and Hone is offline. Run once without"
                + " HONE_OFFLINE; after that no network is needed");
  }

  @Test
  void offlineNothingIsFetched() {
    assertThatThrownBy(
            () ->
                shop.store(new Route.Closed(), PackageShop.SANDBOX)
                    .with(PYTHON, PackageName.list("six")))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("Hone is offline");
  }

  @Test
  void aSandboxWithoutANetworkOfItsOwnFetchesNothing() {
    assertThatThrownBy(
            () ->
                shop.store(Route.of(System.getenv()), shared())
                    .with(PYTHON, PackageName.list("six")))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("install bubblewrap");
  }

  @Test
  void aLanguageWithoutPackagesSaysSo() {
    assertThatThrownBy(
            () ->
                shop.store(Route.of(System.getenv()), PackageShop.SANDBOX)
                    .with(new C(PackageShop.TOOLCHAINS, Progress.silent()), PackageName.list("x")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("packages for C are not supported");
  }

  @Test
  void anInterruptIsNoReasonToGoOnWithoutThePackagesOfTheText() {
    Assumptions.assumeTrue(System.getenv("HONE_OFFLINE") == null, "HONE_OFFLINE is set");
    PackageStore store = shop.store(Route.of(System.getenv()), interrupted());

    assertThatThrownBy(() -> store.with(PYTHON, List.of(), List.of(new PackageName("six", ""))))
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("fetching packages was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(shop.lines()).noneMatch(line -> line.startsWith("going on"));
  }

  private static SourceFile odd(String result) {
    return new SourceFile(
        "solution.ts",
        "import isOdd from 'is-odd';\nexport function odd(n: number): boolean { return %s; }\n"
            .formatted(result));
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
