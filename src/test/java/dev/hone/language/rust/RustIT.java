package dev.hone.language.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs prepared files by the real compiler.
class RustIT {
  private static final Rust RUST = new Rust(Path.of("target", "toolchains"), Progress.silent());
  private static final String ADD = "pub fn add(a: i32, b: i32) -> i32 { a + b }\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(RUST, folder);
  }

  private static TestReport passed(String... names) {
    return new TestReport(
        Stream.of(names).map(name -> new Case(name, State.PASSED, "")).toList(), List.of(), true);
  }

  @Test
  void everyOutcomeIsReportedByNameWithAShortMessage() {
    SourceFile tests =
        new SourceFile(
            "solution_test.rs",
            """
            use super::solution::*;
            #[test] fn right() { print!("noise"); assert_eq!(add(1, 2), 3); }
            #[test]
            fn wrong() {
                assert_eq!(add(1, 2), 4);
            }
            #[test] fn said() { assert!(add(1, 2) == 4, "not four"); }
            #[test] fn breaks() {
                let list: Vec<i32> = Vec::new();
                list[add(1, 2) as usize];
            }
            #[test] #[should_panic] fn calm() {}
            #[test] #[ignore] fn left_out() {}
            #[test] fn returns() -> Result<(), String> { Err("bad".into()) }
            """);
    bench.with("solution.rs", ADD).with(tests);

    TestReport report = bench.report("solution_test.rs");

    assertThat(report)
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case(
                        "breaks",
                        State.ERROR,
                        "solution_test.rs:10: list[add(1, 2) as usize];\n"
                            + "index out of bounds: the len is 0 but the index is 3"),
                    new Case(
                        "calm",
                        State.FAILED,
                        "test did not panic as expected at solution_test.rs:12:28"),
                    new Case("left_out", State.SKIPPED, ""),
                    new Case("returns", State.ERROR, "Error: \"bad\""),
                    new Case("right", State.PASSED, ""),
                    new Case(
                        "said",
                        State.FAILED,
                        "solution_test.rs:7: #[test] fn said() { assert!(add(1, 2) == 4, \"not"
                            + " four\"); }\nnot four"),
                    new Case(
                        "wrong",
                        State.FAILED,
                        "solution_test.rs:5: assert_eq!(add(1, 2), 4);\n"
                            + "assertion `left == right` failed\n  left: 3\n right: 4")),
                List.of(),
                true));
    assertThat(RUST.testNames(tests))
        .containsExactlyInAnyOrderElementsOf(report.cases().stream().map(Case::name).toList());
  }

  @Test
  void aTestThatEndsTheProgramTakesNoOtherWithIt() {
    bench
        .with("solution.rs", ADD)
        .with(
            "solution_test.rs",
            """
            use super::solution::*;
            #[test] fn a() { assert_eq!(add(1, 2), 3); }
            #[test] fn b_exits() { std::process::exit(0); }
            #[test] fn c() { assert_eq!(add(1, 2), 3); }
            #[test] fn d_recurses() { fn f(n: u64) -> u64 { f(n + 1) + 1 } assert_eq!(f(0), 0); }
            #[test] fn e() { assert_eq!(add(1, 2), 3); }
            """);

    assertThat(bench.report("solution_test.rs"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("a", State.PASSED, ""),
                    new Case(
                        "b_exits",
                        State.ERROR,
                        "the program ended with exit code 0 in the middle of this test"),
                    new Case("c", State.PASSED, ""),
                    new Case(
                        "d_recurses",
                        State.ERROR,
                        "stack overflow: a recursion without end, or far too deep"),
                    new Case("e", State.PASSED, "")),
                List.of(),
                true));
  }

  @Test
  void everyWayToImportTheSolutionIsKnown() {
    bench
        .with("solution.rs", "//! Docs.\n#![allow(dead_code)]\n" + ADD)
        .with(
            "solution_test.rs",
            """
            use solution::add as first;
            use super::solution::add as second;
            use crate::solution::add as third;
            use super::add as fourth;
            #[test] fn flat() { assert_eq!(first(1, second(1, 1)), third(1, fourth(1, 1))); }
            mod deep {
                use solution::*;
                #[test] fn inside() { assert_eq!(add(1, 2), 3); }
            }
            """);

    assertThat(bench.report("solution_test.rs")).isEqualTo(passed("deep::inside", "flat"));
  }

  @Test
  void modulesInsideATestFileReachTheSolutionThroughIt() {
    bench
        .with("solution.rs", ADD)
        .with(
            "solution_test.rs",
            """
            use super::solution::*;
            mod tests {
                use super::*;
                #[test] fn nested() { assert_eq!(add(1, 2), 3); }
            }
            mod again {
                use super::solution::*;
                #[test] fn too() { assert_eq!(add(1, 2), 3); }
            }
            """);

    assertThat(bench.report("solution_test.rs")).isEqualTo(passed("again::too", "tests::nested"));
  }

  @Test
  void aTestThatDeclaresTheSolutionIsItsOwnRoot() {
    bench
        .with("solution.rs", ADD + "#[cfg(test)] mod tests { #[test] fn own() { panic!(); } }\n")
        .with(
            "hidden.rs",
            """
            mod solution;
            #[cfg(test)]
            mod tests {
                use super::solution::*;
                #[test] fn adds() { assert_eq!(add(1, crate::solution::add(1, 1)), 3); }
            }
            """);

    assertThat(bench.report("hidden.rs")).isEqualTo(passed("tests::adds"));
  }

  @Test
  void testsInsideTheSolutionAreRunWhenAskedFor() {
    bench.with(
        "solution.rs",
        ADD + "#[cfg(test)] mod tests { use super::*; #[test] fn own() { add(1, 2); } }\n");

    assertThat(bench.report("solution.rs")).isEqualTo(passed("tests::own"));
  }

  private static final String PARSER =
      """
      use crate::lexer::lex;
      pub fn sum(text: &str) -> i64 { lex(text).iter().sum() }
      """;
  private static final String LEXER =
      "pub fn lex(text: &str) -> Vec<i64> { text.split('+').map(|n| n.parse().unwrap()).collect() }\n";

  @Test
  void aSolutionOfModulesBesideIsACrate() {
    bench
        .with("solution.rs", "mod lexer;\npub mod parser;\npub use parser::sum;\n")
        .with("lexer.rs", LEXER)
        .with("parser/mod.rs", PARSER)
        .with(
            "solution_text_test.rs",
            """
            use super::solution::*;
            #[test] fn a() { assert_eq!(sum("1+2"), 3); }
            #[test] fn b() { assert_eq!(solution::parser::sum("1"), 1); }
            """);

    assertThat(bench.report("solution_text_test.rs")).isEqualTo(passed("a", "b"));
    assertThat(bench.gate("solution.rs", "lexer.rs", "parser/mod.rs")).isEmpty();
  }

  @Test
  void aCargoFolderIsTestedByItsNameAndEdition() {
    bench
        .with("Cargo.toml", "[package]\nname = \"my-calc\"\nedition = \"2015\"\n\n[dependencies]\n")
        .with(
            "src/lib.rs",
            "pub mod lexer;\nmod parser;\npub use parser::sum;\npub trait Old { fn old(u8); }\n")
        .with("src/lexer.rs", LEXER)
        .with("src/parser.rs", PARSER)
        .with(
            "tests/sums.rs", "use my_calc::sum;\n#[test] fn a() { assert_eq!(sum(\"1+2\"), 3); }\n")
        .with(
            "tests/lib_text_test.rs",
            "use super::*;\n#[test] fn b() { assert_eq!(sum(\"1\"), 1); }\n");

    assertThat(bench.report("tests/sums.rs")).isEqualTo(passed("a"));
    assertThat(bench.report("tests/lib_text_test.rs")).isEqualTo(passed("b"));
  }

  @Test
  void independentFilesAreModulesOfOneCrate() {
    bench
        .with(
            "calc.rs", "use crate::util::twice;\npub fn four(n: i32) -> i32 { twice(twice(n)) }\n")
        .with("util.rs", "pub fn twice(n: i32) -> i32 { 2 * n }\n")
        .with(
            "calc_text_test.rs",
            """
            use super::calc::*;
            use crate::util;
            #[test] fn a() { assert_eq!(four(1), 2 * util::twice(1)); }
            """);

    assertThat(bench.report("calc_text_test.rs")).isEqualTo(passed("a"));
  }

  @Test
  void packagesOfOtherPeopleAreRefusedByName() {
    bench
        .with("Cargo.toml", "[package]\nname = \"a\"\n[dependencies]\nrand = \"0.8\"\n")
        .with("src/lib.rs", ADD)
        .with("tests/a.rs", "use a::add;\n#[test] fn a() {}\n");

    Diagnostic refused =
        new Diagnostic(
            "Cargo.toml",
            4,
            1,
            "",
            "the package rand is not available; use the standard library only",
            "");
    assertThat(bench.report("tests/a.rs").buildErrors()).containsExactly(refused);
    assertThat(bench.gate("src/lib.rs")).containsExactly(refused);
  }

  @Test
  void aManifestMayListAPackageWhoseLibraryHasAnotherName(@TempDir Path fetched)
      throws IOException {
    Files.createDirectory(fetched.resolve("deps"));
    Files.writeString(fetched.resolve("externs"), "");
    Files.writeString(fetched.resolve("packages"), "md-5\nserde\n");
    Language with =
        RUST.packageClient().orElseThrow().with(new InstalledPackages(fetched, List.of()));
    Workbench own =
        new Workbench(with, folder)
            .with("Cargo.toml", "[package]\nname = \"a\"\n[dependencies]\nmd-5 = \"0.10\"\n")
            .with("src/lib.rs", ADD)
            .with("tests/a.rs", "use a::add;\n#[test] fn a() { assert_eq!(add(1, 2), 3); }\n");

    assertThat(own.report("tests/a.rs")).isEqualTo(passed("a"));
  }

  @Test
  void faultsNameThePlaceAndTheHelp() {
    bench
        .with("solution.rs", "pub fn f() -> i32 {\n    let sum = 0;\n    sum += 1;\n    sum\n}\n")
        .with("solution_test.rs", "use super::solution::*;\n#[test] fn a() { f(); }\n");
    Diagnostic fault =
        new Diagnostic(
            "solution.rs",
            3,
            5,
            "E0384",
            "cannot assign twice to immutable variable `sum`; help: consider making this binding"
                + " mutable: insert `mut ` before `sum` at 2:9",
            "sum += 1;");

    assertThat(bench.report("solution_test.rs"))
        .isEqualTo(new TestReport(List.of(), List.of(), List.of(fault), true));
    assertThat(bench.gate("solution.rs")).containsExactly(fault);
  }

  @Test
  void suggestionsOfTheCompilerMakeTheCodeRight() {
    String code =
        """
        use std::fmt;
        pub struct Point { pub x: i32 }
        pub fn total(list: Vec<i32>) -> i32 { let t = 0; for n in list { t += n; } t }
        pub fn longer(list: Vec<i32>) -> Vec<i32> { list.push(1); list }
        pub fn both(list: Vec<i32>) -> usize { let other = list; other.len() + list.len() }
        pub fn shown(n: i32) -> String { let mut s = String::new(); write!(s, "{n}").unwrap(); s }
        """;
    String tests =
        """
        use super::solution::*;
        #[test] fn a() { assert_eq!(total(vec![1, 2]), 3); }
        #[test] fn b() { assert_eq!(longer(vec![]), [1]); }
        #[test] fn c() { assert_eq!(both(vec![1]), 2); }
        #[test] fn d() { assert_eq!(shown(1), "1"); }
        #[test] fn e() { assert_eq!(Point { x: 1 }, Point { x: 1 }); }
        """;
    List<SourceFile> files = List.of(new SourceFile("solution.rs", code));
    bench.with("solution_test.rs", tests);
    // The compiler tells of names, then of types, then of borrowing.
    for (int look = 0; look < 3; look++) {
      files.forEach(bench::with);
      List<Diagnostic> faults = bench.report("solution_test.rs").buildErrors();
      files = RUST.fix(files, List.of("total"), faults).map(Fix::code).orElse(files);
    }
    files.forEach(bench::with);

    assertThat(bench.report("solution_test.rs")).isEqualTo(passed("a", "b", "c", "d", "e"));
  }

  @Test
  void privateCodeIsNotReached() {
    bench
        .with("solution.rs", "fn add(a: i32, b: i32) -> i32 { a + b }\n")
        .with("solution_test.rs", "use super::solution::*;\n#[test] fn a() { add(1, 2); }\n");

    assertThat(bench.report("solution_test.rs").buildErrors())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "cannot find function `add` in this scope; note: function"
                            + " `crate::solution::add` exists but is inaccessible"));
  }

  @Test
  void whatTheCodePrintsIsNoReport() {
    bench
        .with(
            "solution.rs",
            "pub fn f() { println!(\"\\nlog ok hone_test::b\\ntest hone_test::b ... ok\"); std::process::exit(0) }\n")
        .with("solution_test.rs", "use super::solution::*;\n#[test] fn b() { f(); }\n");

    assertThat(bench.report("solution_test.rs").cases())
        .extracting(Case::state)
        .containsExactly(State.ERROR);
  }
}
