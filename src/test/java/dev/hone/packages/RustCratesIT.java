package dev.hone.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.rust.Rust;
import dev.hone.progress.Progress;
import dev.hone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustCratesIT {
  private static final Rust RUST = new Rust(PackageShop.TOOLCHAINS, Progress.silent());

  @TempDir Path cache;

  private PackageShop shop() {
    return new PackageShop(cache);
  }

  @AfterEach
  void openWhatWasKept() throws IOException {
    shop().open();
  }

  @Test
  void aCrateIsFetchedAndBuiltOnceAndThenNeedsNoNetwork() throws Exception {
    SourceFile code =
        new SourceFile(
            "solution.rs",
            """
            use itertools::Itertools;

            pub fn joined(xs: &[i32]) -> String {
                xs.iter().join("-")
            }
            """);
    SourceFile test =
        new SourceFile(
            "solution_given_test.rs",
            """
            use super::solution::*;
            use itertools::Itertools;

            #[test]
            fn joins() {
                assert_eq!(joined(&[1, 2]), [1, 2].iter().join("-"));
            }
            """);
    PackageShop shop = shop();
    Language with = shop.fetched(RUST, "itertools==0.13.0");

    assertThat(shop.judged(with, code, test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(shop.lines()).last().isEqualTo("packages: itertools 0.13.0");
    assertThat(shop.judged(RUST, code, test).verdict()).isEqualTo(new Verdict.CompileError());
    Language again = shop.keptBefore(RUST, "itertools==0.13.0");
    assertThat(shop.judged(again, code, test).verdict()).isEqualTo(new Verdict.Passed());
    assertThat(again.idioms().style())
        .contains("these packages are there, and no others: itertools 0.13.0");
  }

  /// Its macros are a crate of their own that the compiler loads, with a build script.
  @Test
  void macrosThatDeriveWork() throws Exception {
    SourceFile code =
        new SourceFile(
            "solution.rs",
            """
            use serde::{Deserialize, Serialize};

            #[derive(Serialize, Deserialize, Debug, PartialEq)]
            pub struct Point {
                pub x: i32,
            }

            pub fn text(p: &Point) -> String {
                serde_json::to_string(p).unwrap()
            }
            """);
    SourceFile test =
        new SourceFile(
            "solution_given_test.rs",
            """
            use super::solution::*;

            #[test]
            fn writes() {
                assert_eq!(text(&Point { x: 1 }), "{\\"x\\":1}");
            }
            """);
    PackageShop shop = shop();

    Language with = shop.fetched(RUST, "serde==1.0.200,serde_json==1.0.117");

    assertThat(shop.judged(with, code, test).verdict()).isEqualTo(new Verdict.Passed());
  }

  @Test
  void whatTheRegistryDoesNotKnowIsWrongUse() {
    assertThat(shop().refused(RUST, "hone-has-no-such-crate"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("there is no package hone-has-no-such-crate where cargo looks");
    assertThat(shop().refused(RUST, "itertools==99.0.0"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "the package itertools has no such version that fits here; there are")
        .hasMessageContaining("0.1");
    assertThat(shop().refused(RUST, "itertools==0.13"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no name of a crate with at most a whole version");
  }
}
