package dev.hone.language.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RustTest {
  private static final Rust RUST = new Rust(Path.of("target", "toolchains"), Progress.silent());

  private static final String TESTS =
      """
      use super::solution::*;

      // A helper.
      fn helper() {}

      /// Adds.
      #[test]
      fn adds() {
          assert_eq!(add(1, 2), 3);
      }

      #[cfg(test)]
      mod tests {
          use super::*;

          #[test]
          #[should_panic(expected = "negative")]
          fn refuses() {
              root(-1);
          }

          #[ignore]
          #[test]
          fn waits() {}

          mod deep { #[test] fn one() {} #[test] fn two() {} }
      }

      #[cfg(feature = "more")]
      mod more { #[test] fn never() {} }
      """;

  private static SourceFile file(String text) {
    return new SourceFile("solution_text_test.rs", text);
  }

  @Test
  void testsAreNamedByTheirPathInTheFile() {
    assertThat(RUST.testNames(file(TESTS)))
        .containsExactly(
            "adds", "tests::refuses", "tests::waits", "tests::deep::one", "tests::deep::two");
  }

  @Test
  void aLineBelongsToTheTestAroundItWithItsAttributes() {
    assertThat(RUST.testAt(file(TESTS), 7)).contains("adds");
    assertThat(RUST.testAt(file(TESTS), 17)).contains("tests::refuses");
    assertThat(RUST.testAt(file(TESTS), 4)).isEmpty();
    assertThat(RUST.testAt(file(TESTS), 14)).isEmpty();
  }

  @Test
  void testsAreTakenOutWithTheirAttributes() {
    SourceFile rest =
        RUST.withoutTests(
            file(TESTS), Set.of("adds", "tests::refuses", "tests::waits", "tests::deep::one"));

    assertThat(rest.content())
        .isEqualTo(
            """
            use super::solution::*;

            // A helper.
            fn helper() {}

            #[cfg(test)]
            mod tests {
                use super::*;

                mod deep {  #[test] fn two() {} }
            }

            #[cfg(feature = "more")]
            mod more { #[test] fn never() {} }
            """);
  }

  @Test
  void functionsAndTypesAreOfferedPublicOrNot() {
    String code =
        """
        use std::fmt;
        pub struct Stack;
        impl Stack { pub fn push(&mut self) {} }
        enum Kind { A }
        const LIMIT: u8 = 3;
        fn add() {}
        fn main() {}
        #[cfg(test)] mod tests { #[test] fn t() {} }
        """;

    assertThat(RUST.offeredNames(new SourceFile("solution.rs", code)))
        .containsExactly("Stack", "Kind", "LIMIT", "add");
  }

  @Test
  void testFilesStandBesideTheSolutionOrInTheFolderOfTests() {
    assertThat(RUST.testPath("solution.rs", "text")).isEqualTo("solution_text_test.rs");
    assertThat(RUST.testPath("src/lib.rs", "text")).isEqualTo("tests/lib_text_test.rs");
    assertThat(RUST.importName("geometry.rs")).isEqualTo("super::geometry");
    assertThat(RUST.importName("src/lib.rs")).isEqualTo("super");
  }

  @Test
  void aTestFileThatDoesNotParseIsToldWithoutACompiler() {
    assertThat(RUST.syntaxFaults(file("#[test]\nfn a() { assert_eq!(1, ; }\n"))).hasSize(1);
    assertThat(RUST.syntaxFaults(file(TESTS))).isEmpty();
  }

  @Test
  void generatedTestsImportTheSolution() {
    String bare = "#[test]\nfn a() {}\n";
    String placeholder = "use your_crate::add;\n" + bare;

    assertThat(RUST.withFramework(file(bare)).content())
        .isEqualTo("use super::solution::*;\n\n" + bare);
    assertThat(RUST.withFramework(file(placeholder)).content())
        .isEqualTo("use super::solution::add;\n" + bare);
    assertThat(RUST.withFramework(file(TESTS))).isEqualTo(file(TESTS));
    assertThat(RUST.withFramework(file("mod solution;\n" + bare)))
        .isEqualTo(file("mod solution;\n" + bare));
  }

  @Test
  void theReportIsReadFromMarkedLinesOnly() {
    String output =
        """
        M file t.rs
        M name hone_test::a
        M name hone_test::b
        M name hone_test::c
        test hone_test::a ... ok
        log ok hone_test::b
        M log ok hone_test::a
        M log failed: panic did not contain expected string
        M log       panic message: "x" hone_test::b
        M crash 134 hone_test::c
        M end
        """;
    String errors = "thread 'hone_test::c' (7) has overflowed its stack\n";

    assertThat(RUST.report(output, errors, "M"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("a", State.PASSED, ""),
                    new Case(
                        "b",
                        State.FAILED,
                        "panic did not contain expected string\n      panic message: \"x\""),
                    new Case(
                        "c",
                        State.ERROR,
                        "stack overflow: a recursion without end, or far too deep")),
                List.of(),
                true));
    assertThat(RUST.report(output.replace("M end", ""), errors, "M").complete()).isFalse();
  }

  private static Diagnostic fault(int line, String message) {
    return new Diagnostic("solution.rs", line, 1, "E0000", message, "");
  }

  private static String mended(String code, List<String> entryPoints, Diagnostic... faults) {
    List<SourceFile> files = List.of(new SourceFile("solution.rs", code));
    Fix fix = RUST.fix(files, entryPoints, List.of(faults)).orElseThrow();
    assertThat(RUST.fix(fix.code(), entryPoints, List.of(faults))).isEmpty();
    return String.join(" ", fix.rules()) + "\n" + fix.code().getFirst().content();
  }

  private static void leftAlone(String code, List<String> entryPoints, Diagnostic... faults) {
    List<SourceFile> files = List.of(new SourceFile("solution.rs", code));
    assertThat(RUST.fix(files, entryPoints, List.of(faults))).isEmpty();
  }

  @Test
  void whatTheCompilerIsCertainOfIsMade() {
    assertThat(
            mended(
                "pub fn f() -> i32 {\n    let sum = 0;\n    sum += 1;\n    sum\n}\n",
                List.of("f"),
                fault(
                    3,
                    "cannot assign twice to immutable variable `sum`; help: consider making this"
                        + " binding mutable: insert `mut ` before `sum` at 2:9")))
        .isEqualTo(
            """
            compiler-suggestion
            pub fn f() -> i32 {
                let mut sum = 0;
                sum += 1;
                sum
            }
            """);
    leftAlone(
        "pub fn f() -> i32 { 1 }\n",
        List.of("f"),
        fault(1, "unknown; help: insert `mut ` before `sum` at 2:9"),
        fault(1, "cannot find value `x`; help: a similar name exists: `y`"));
  }

  @Test
  void aLoopVariableThatIsUsedGetsAName() {
    String message =
        "in expressions, `_` can only be used on the left-hand side of an assignment: `_` not"
            + " allowed here";
    String code =
        """
        pub fn f(n: usize) -> usize {
            let mut last = 0;
            for _ in 0..n {
                if true {
                    last = _ + 1;
                }
            }
            last
        }
        """;
    Diagnostic fault = new Diagnostic("solution.rs", 5, 20, "", message, "last = _ + 1;");

    assertThat(mended(code, List.of("f"), fault))
        .isEqualTo(
            "blank-loop-variable\n"
                + code.replace("for _ in", "for i in").replace("= _ + 1", "= i + 1"));
    leftAlone(
        "pub fn f() {\n    for _ in 0..2 {\n        for j in 0..3 {\n            g(_);\n        }\n    }\n}\n",
        List.of("f"),
        new Diagnostic("solution.rs", 4, 15, "", message, "g(_);"));
    leftAlone(
        "pub fn f() -> i32 {\n    let x = _;\n    x\n}\n",
        List.of("f"),
        new Diagnostic("solution.rs", 2, 13, "", message, "let x = _;"));
  }

  @Test
  void aFunctionThatTakesOrReturnsSomethingElseIsAFault() {
    String asked = "pub fn f(words: &[String], n: usize) -> Option<&str>";
    List<SourceFile> wrong =
        List.of(
            new SourceFile(
                "solution.rs", "pub fn f(w: &[String], n: i32) -> Option<&str> { None }\n"));

    assertThat(RUST.signatureFaults(wrong, List.of(asked)))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "the requirement asks for `%s`, not `pub fn f(w: &[String], n: i32) -> Option<&str>`"
                            .formatted(asked)));
    for (String right :
        List.of(
            "pub fn f<'a>(w: &'a [String], n: usize) -> Option<&'a str> { None }",
            "fn f(w: &[String], n: usize) -> Option<&str> { None }",
            "pub fn f(w: &Vec<String>, n: usize) -> Option<&'static str> { None }",
            "pub fn f(w: &[std::string::String], n: usize,) -> core::option::Option<&str> { None }",
            "pub fn f(w: &[impl AsRef<str>], n: usize) -> Option<&str> { None }",
            "pub fn f<T: AsRef<str>>(w: &[T], n: usize) -> Option<&str> { None }")) {
      assertThat(
              RUST.signatureFaults(
                  List.of(new SourceFile("solution.rs", right)), List.of(asked, "fn f(words)")))
          .isEmpty();
    }
  }

  @Test
  void codeThatIsAllCommentsIsCode() {
    assertThat(
            mended(
                "// solution.rs\n/// Doubles.\n// pub fn f(n: i32) -> i32\n// {\n//     n * 2\n// }\n",
                List.of("f")))
        .isEqualTo("code-in-comments\n/// Doubles.\npub fn f(n: i32) -> i32\n{\n    n * 2\n}\n");
    leftAlone("// pub fn f() {}\npub fn f() -> i32 { 1 }\n", List.of("f"));
    leftAlone("// to be done\n// solution.rs\n", List.of("f"));
  }

  @Test
  void aCharacterComparedWithAByteIsAByte() {
    String message =
        "mismatched types: expected `u8`, found `char`; help: if you meant to write a byte literal,"
            + " prefix with `b`: `b'\\n'`";
    assertThat(
            mended(
                "pub fn f(s: &[u8]) -> bool {\n    s[0] == '\\n'\n}\n",
                List.of("f"),
                new Diagnostic("solution.rs", 2, 13, "E0308", message, "")))
        .isEqualTo("byte-literal\npub fn f(s: &[u8]) -> bool {\n    s[0] == b'\\n'\n}\n");
    leftAlone(
        "pub fn f(s: &[u8]) -> bool { true }\n",
        List.of("f"),
        new Diagnostic("solution.rs", 1, 13, "E0308", message, ""));
  }

  @Test
  void aDerivedTraitIsAddedWhereATestNeedsIt() {
    Diagnostic fault =
        new Diagnostic(
            "solution_text_test.rs",
            9,
            5,
            "E0277",
            "`Point` doesn't implement `Debug`; help: consider annotating `Point` with"
                + " `#[derive(Debug)]`: insert `#[derive(Debug)]\\n` before `pub` at"
                + " solution.rs:1:1",
            "");

    assertThat(mended("pub struct Point;\n", List.of(), fault))
        .isEqualTo("compiler-suggestion\n#[derive(Debug)]\npub struct Point;\n");
  }

  @Test
  void entryPointsAndWhatTestsReachAreMadePublic() {
    assertThat(mended("/// Doc.\n#[inline]\nfn f() {}\nfn g() {}\n", List.of("f")))
        .isEqualTo("missing-pub\n/// Doc.\n#[inline]\npub fn f() {}\nfn g() {}\n");
    assertThat(mended("fn f() {}\nstruct S;\n", List.of()))
        .isEqualTo("missing-pub\npub fn f() {}\npub struct S;\n");
    assertThat(
            mended(
                """
                pub struct S { a: i32 }
                impl S { fn new() -> S { S { a: 1 } } fn a(&self) -> i32 { self.a } }
                impl Clone for S { fn clone(&self) -> S { S::new() } }
                """,
                List.of("S")))
        .isEqualTo(
            """
            missing-pub
            pub struct S { a: i32 }
            impl S { pub fn new() -> S { S { a: 1 } } pub fn a(&self) -> i32 { self.a } }
            impl Clone for S { fn clone(&self) -> S { S::new() } }
            """);
    assertThat(
            mended(
                "pub fn f() {}\nfn g() {}\n",
                List.of("f"),
                fault(
                    1,
                    "cannot find function `g` in this scope; note: function"
                        + " `crate::solution::g` exists but is inaccessible")))
        .isEqualTo("missing-pub\npub fn f() {}\npub fn g() {}\n");
    leftAlone("pub fn f() {}\nfn g() {}\n", List.of("f"));
    leftAlone("pub(crate) fn f() {}\n", List.of("f"));
  }

  @Test
  void forgottenImportsOfTheStandardLibraryAreAdded() {
    assertThat(
            mended(
                """
                //! Counts.
                use std::fmt::Display;

                pub fn f(d: impl Display) -> HashMap<String, Rc<i32>> {
                    let v = vec![VecDeque::<i32>::new()];
                    match 1.cmp(&2) { Ordering::Less => HashMap::new(), _ => Default::default() }
                }
                pub struct S;
                impl fmt::Debug for S {
                    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { let m = max(1, 2); write!(f, "{m}") }
                }
                """,
                List.of("f")))
        .startsWith(
            """
            missing-import
            //! Counts.
            use std::cmp::Ordering;
            use std::cmp::max;
            use std::collections::HashMap;
            use std::collections::VecDeque;
            use std::fmt;
            use std::rc::Rc;
            use std::fmt::Display;
            """);
    assertThat(
            mended(
                "pub fn f(s: &mut String) { write!(s, \"a\").unwrap(); }\n",
                List.of("f"),
                fault(
                    1,
                    "cannot write into `String`; help: trait `Write` which provides `write_fmt` is"
                        + " implemented but not in scope; perhaps you want to import it: `use"
                        + " std::fmt::Write;`")))
        .startsWith("missing-import\nuse std::fmt::Write;\n\npub fn f");
    leftAlone("use std::collections::*;\npub fn f() -> HashMap<i32, i32> { todo!() }\n", List.of());
    leftAlone(
        """
        use std::{fmt, collections::{HashMap as Map, BTreeMap}};
        pub fn f(a: Map<i32, BTreeMap<u8, u8>>, b: &mut fmt::Formatter) {}
        """,
        List.of());
    leftAlone("pub struct Rc;\npub fn f(a: Rc) {}\npub fn g<Path>(p: Path) {}\n", List.of());
    leftAlone("pub fn f(a: std::rc::Rc<i32>) { a.max(1); u8::max(1, 2); }\n", List.of());
  }

  @Test
  void anOptionThatTheConditionHasFoundFullIsOpened() {
    String message = "mismatched types: expected `i32`, found `Option<_>`; help: consider using";
    assertThat(
            mended(
                """
                pub fn f(n: i32, best: Option<i32>) -> bool {
                    if best.is_none() || n > best {
                        return best.is_some() && best == n && n.cmp(&best).is_lt();
                    }
                    n > best
                }
                """,
                List.of("f"),
                fault(2, message),
                fault(3, "mismatched types: expected `Option<i32>`, found `i32`"),
                fault(5, message)))
        .isEqualTo(
            """
            guarded-option
            pub fn f(n: i32, best: Option<i32>) -> bool {
                if best.is_none() || n > best.unwrap() {
                    return best.is_some() && best.unwrap() == n && n.cmp(&best).is_lt();
                }
                n > best
            }
            """);
    leftAlone(
        "pub fn f(n: i32, best: i32) -> bool { best.is_none() || n > best }\n",
        List.of("f"),
        fault(1, "no method named `is_none` found for type `i32`"));
  }

  @Test
  void aFileIsNoModuleOfItself() {
    assertThat(mended("mod solution;\n\npub fn f() {}\n", List.of("f")))
        .isEqualTo("own-module\npub fn f() {}\n");
    leftAlone("pub mod solution {\n    pub fn f() {}\n}\n", List.of("solution"));
    leftAlone("mod other;\n\npub fn f() {}\n", List.of("f"));
  }

  @Test
  void whatNoSolutionNeedsIsTakenAway() {
    assertThat(mended("Here it is:\n```rust\npub fn f() {}\n```\nIt does nothing.\n", List.of("f")))
        .isEqualTo("markdown-fence\npub fn f() {}\n");
    assertThat(mended("pub fn f() {}\n\nfn main() {\n    f();\n}\n", List.of("f")))
        .isEqualTo("demo-main\npub fn f() {}\n");
    assertThat(mended("#![feature(let_chains)]\npub fn f() {}\n", List.of("f")))
        .isEqualTo("unstable-feature\npub fn f() {}\n");
    assertThat(
            mended(
                "pub fn f() {}\n\n#[cfg(test)]\nmod tests {\n    #[test] fn t() { g(); }\n}\n",
                List.of("f"),
                fault(5, "cannot find function `g` in this scope")))
        .isEqualTo("broken-own-tests\npub fn f() {}\n");
    leftAlone("/// ```\n/// f();\n/// ```\npub fn f() {}\n", List.of("f"));
    leftAlone("fn main() {}\n", List.of("main"));
    leftAlone("pub fn f() {}\n\n#[cfg(test)]\nmod tests {}\n", List.of("f"));
  }

  @Test
  void anEditIsReadFromItsOwnWords() {
    Edit insertion = Edit.of(new Edit.Place("", 3, 9), "", "total = 0;", "mut ").orElseThrow();
    Edit removal = Edit.of(new Edit.Place("a/b.rs", 3, 9), ";", "", "").orElseThrow();
    Edit ending = Edit.of(new Edit.Place("", 3, 9), "", "", "\n}").orElseThrow();

    assertThat(List.of(insertion.words(), removal.words(), ending.words()))
        .containsExactly(
            "insert `mut ` before `total` at 3:9",
            "remove `;` at a/b.rs:3:9",
            "insert `\\n}` at the end at 3:9");
    assertThat(Edit.of(new Edit.Place("", 1, 1), "", "`", "x")).isEmpty();
  }
}
