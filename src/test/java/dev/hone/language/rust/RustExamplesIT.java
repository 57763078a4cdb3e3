package dev.hone.language.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import dev.hone.verdict.ObservedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs tests that are written from examples by the real compiler.
class RustExamplesIT {
  private static final Rust RUST = new Rust(Path.of("target", "toolchains"), Progress.silent());

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(RUST, folder);
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }

  private static Example raises(String call, String expected) {
    return new Example(Kind.RAISES, List.of(), call, expected, "");
  }

  /// Runs the examples against a solution.
  private TestReport run(String solution, List<String> signatures, Example... examples) {
    List<String> names = signatures.stream().map(s -> s.replaceAll("fn (\\w+).*", "$1")).toList();
    SourceFile tests =
        RUST.exampleTests(
                new TestBrief(
                    "solution.rs", "solution_text_test.rs", names, signatures, List.of(examples)))
            .orElseThrow();
    bench.with("solution.rs", solution).with(tests);
    TestReport report = bench.report("solution_text_test.rs");
    // Values that are compared outside are the same ones.
    TestReport observed = new ObservedRun(RUST, bench).report(tests);
    assertThat(observed.buildErrors())
        .extracting(fault -> fault.code() + fault.line())
        .containsExactlyElementsOf(
            report.buildErrors().stream().map(fault -> fault.code() + fault.line()).toList());
    assertThat(ObservedRun.states(observed)).isEqualTo(ObservedRun.states(report));
    return report;
  }

  private static TestReport passed(int... numbers) {
    List<Case> cases = new ArrayList<>();
    IntStream.of(numbers).forEach(i -> cases.add(new Case("test_example_" + i, State.PASSED, "")));
    return new TestReport(cases, List.of(), true);
  }

  private static final String SOLUTION =
      """
      use std::collections::{BTreeMap, HashMap, HashSet};
      pub fn near(numbers: Vec<f32>, limit: f32) -> bool { numbers.len() > 1 && limit > 0.1 }
      pub fn words(text: &str) -> Vec<String> { text.split(' ').map(String::from).collect() }
      pub fn pick<'a>(list: &'a [&'a str], at: usize) -> Option<&'a str> { list.get(at).copied() }
      pub fn counts(text: String) -> HashMap<char, usize> {
          let mut counts = HashMap::new();
          for c in text.chars() { *counts.entry(c).or_insert(0) += 1; }
          counts
      }
      pub fn ratio(a: f64, b: f64) -> Result<f64, String> {
          if b == 0.0 { Err("division by zero".to_string()) } else { Ok(a / b) }
      }
      pub fn number(text: &str) -> Result<i32, std::num::ParseIntError> { text.parse() }
      pub fn root(a: i64) -> u32 { if a < 0 { panic!("negative") } (a as f64).sqrt() as u32 }
      pub fn sorted(list: &mut Vec<i32>) -> &mut Vec<i32> { list.sort(); list }
      pub fn unique(list: &[i32]) -> HashSet<i32> { list.iter().copied().collect() }
      pub fn table(rows: &[Vec<char>], sums: BTreeMap<String, Vec<i32>>, at: Option<(i32, bool)>)
          -> (usize, i32, bool) { (rows[0].len(), sums["a"].iter().sum(), at.is_some()) }
      pub fn mean(list: &[f64]) -> f64 { list.iter().sum::<f64>() / list.len() as f64 }
      pub fn halves(list: Vec<f64>) -> Vec<f64> { list.iter().map(|x| x / 3.0).collect() }
      pub fn largest<T: PartialOrd + Copy>(list: &[T]) -> Option<T> {
          list.iter().copied().reduce(|a, b| if b > a { b } else { a })
      }
      pub fn greet(name: impl Into<String>) { println!("Hello, {}!", name.into()); }
      """;

  private static final Example[] EXAMPLES = {
    returns("near([1.0, 2], 0.5)", "True"),
    returns("words(\"a b\")", "['a', 'b']"),
    returns("pick([\"a\", \"b\"], 1)", "Some(\"b\")"),
    returns("pick(&[\"a\", \"b\"], 2)", "None"),
    returns("counts(String::from(\"aab\"))", "{'b': 1, 'a': 2}"),
    returns("ratio(1, 3)", "0.333333333"),
    returns("ratio(1.0, 0.0)", "Err(\"division by zero\")"),
    returns("ratio(1, 2)", "Ok(0.5)"),
    raises("ratio(1, 0)", "Err"),
    returns("number(\"12\")", "12"),
    returns("number(\"12\")", "Ok(12)"),
    raises("number(\"x\")", "ParseIntError"),
    raises("root(-1)", "panic"),
    returns("sorted(&mut vec![2, 1])", "[1, 2]"),
    returns("unique([1, 1, 2])", "{2, 1}"),
    returns("table([['a', 'b'], ['c']], {\"a\": [1, 2]}, (1, true))", "(2, 3, True)"),
    returns("mean([1, 2, 2])", "1.6666667"),
    returns("halves(vec![1.0])", "[0.3333333]"),
  };

  @Test
  void theTypesAreDeducedFromTheFunctionUnderTest() {
    assertThat(run(SOLUTION, List.of("fn near(...)"), EXAMPLES))
        .isEqualTo(inOrder(IntStream.rangeClosed(1, EXAMPLES.length).toArray()));
  }

  /// The runner goes by the alphabet.
  private static TestReport inOrder(int... numbers) {
    return passed(
        IntStream.of(numbers)
            .mapToObj(String::valueOf)
            .sorted()
            .mapToInt(Integer::parseInt)
            .toArray());
  }

  @Test
  void theTypesOfASignatureAreWrittenOut() {
    List<String> signatures =
        List.of(
            "fn near(numbers: Vec<f32>, limit: f32) -> bool",
            "fn words(text: &str) -> Vec<String>",
            "fn pick<'a>(list: &'a [&'a str], at: usize) -> Option<&'a str>",
            "fn counts(text: String) -> HashMap<char, usize>",
            "fn ratio(a: f64, b: f64) -> Result<f64, String>",
            "fn number(text: &str) -> Result<i32, std::num::ParseIntError>",
            "fn root(a: i64) -> u32",
            "fn sorted(list: &mut Vec<i32>) -> &mut Vec<i32>",
            "fn unique(list: &[i32]) -> HashSet<i32>",
            "fn table(rows: &[Vec<char>], sums: BTreeMap<String, Vec<i32>>, at: Option<(i32, bool)>)"
                + " -> (usize, i32, bool)",
            "fn mean(list: &[f64]) -> f64",
            "fn halves(list: Vec<f64>) -> Vec<f64>");

    assertThat(run(SOLUTION, signatures, EXAMPLES))
        .isEqualTo(inOrder(IntStream.rangeClosed(1, EXAMPLES.length).toArray()));
  }

  @Test
  void openTypesAndPrintedTextAreWrittenAsTheyAre() {
    List<String> signatures =
        List.of(
            "fn largest<T: PartialOrd + Copy>(list: &[T]) -> Option<T>",
            "fn greet(name: impl Into<String>)");

    TestReport report =
        run(
            SOLUTION,
            signatures,
            returns("largest([3, 5, 2])", "5"),
            returns("largest(&['a', 'c'])", "Some('c')"),
            new Example(Kind.PRINTS, List.of(), "greet(\"Ada\")", "Hello, Ada!\n", ""));

    assertThat(report).isEqualTo(passed(1, 2, 3));
  }

  @Test
  void stateIsBuiltByTheEarlierLinesOfAnExample() {
    String stack =
        """
        #[derive(Debug, PartialEq)]
        pub enum Fault { Empty }
        #[derive(Default)]
        pub struct Stack(Vec<i32>);
        impl Stack {
            pub fn new() -> Self { Stack::default() }
            pub fn push(&mut self, value: i32) { self.0.push(value) }
            pub fn pop(&mut self) -> Result<i32, Fault> { self.0.pop().ok_or(Fault::Empty) }
        }
        """;
    List<String> setup = List.of("let mut stack = Stack::new()", "stack.push(3);");

    TestReport report =
        run(
            stack,
            List.of("struct Stack"),
            new Example(Kind.RETURNS, setup, "stack.pop()", "Ok(3)", ""),
            new Example(Kind.ASSERTS, setup, "stack.pop() == Ok(3)", "", ""),
            returns("Stack::new().pop()", "Err(Fault::Empty)"),
            new Example(Kind.RETURNS, List.of("s = Stack()"), "s.pop()", "1", ""),
            raises("Stack::new().pop()", "Err"));

    assertThat(report).isEqualTo(passed(1, 2, 3, 5));
  }

  @Test
  void aWrongValueIsToldWithTheCall() {
    TestReport unknown = run(SOLUTION, List.of(), returns("words(\"a b\")", "[\"a\"]"));
    TestReport known = run(SOLUTION, List.of("fn root(a: i64) -> u32"), returns("root(9)", "4"));

    assertThat(unknown.cases())
        .singleElement()
        .satisfies(one -> assertThat(one.state()).isEqualTo(State.FAILED))
        .satisfies(
            one ->
                assertThat(one.message())
                    .contains("words(\"a b\") returned [\"a\", \"b\"], expected [\"a\"]"));
    assertThat(known.cases())
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.message())
                    .endsWith(
                        ": assert_eq!(root(9), expected);\n"
                            + "assertion `left == right` failed\n  left: 3\n right: 4"));
  }

  @Test
  void wrongValuesOfEveryKindFail() {
    String solution =
        """
        use std::collections::{BTreeSet, HashMap, VecDeque};
        pub fn byte(text: &str) -> u8 { text.as_bytes()[0] }
        pub fn letters(text: &str) -> Vec<char> { text.chars().collect() }
        pub fn words() -> Vec<String> { vec!["a".into(), "b".into()] }
        pub fn half(a: f32) -> f32 { a / 3.0 }
        pub fn nan() -> f64 { f64::NAN }
        pub fn nothing() {}
        pub fn some(a: i64) -> Option<Option<i64>> { Some(Some(a)) }
        pub fn queue() -> VecDeque<u128> { [u128::MAX].into() }
        pub fn set() -> BTreeSet<&'static str> { ["a", "b"].into() }
        pub fn map() -> HashMap<(i32, char), Vec<bool>> { [((1, 'a'), vec![true])].into() }
        pub fn boxed() -> Box<[i8; 2]> { Box::new([1, -2]) }
        pub fn result(good: bool) -> Result<(), std::fmt::Error> { if good { Ok(()) } else { Err(std::fmt::Error) } }
        pub struct Celsius(f64);
        impl std::fmt::Display for Celsius {
            fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { write!(f, "{}C", self.0) }
        }
        pub fn heat() -> Celsius { Celsius(1.5) }
        pub fn text() -> String { "\\u{1F600}\\n\\"\\u{1}".into() }
        """;
    Example[] right = {
      returns("byte(\"A\")", "'A'"),
      returns("byte(\"A\")", "65"),
      returns("letters(\"ab\")", "\"ab\""),
      returns("half(1)", "0.333332"),
      returns("nothing()", "None"),
      returns("some(3)", "Some(3)"),
      returns("some(3)", "3"),
      returns("set()", "[\"b\", \"a\"]"),
      returns("map()", "{(1, 'a'): [True]}"),
      returns("boxed()", "[1, -2]"),
      returns("result(true)", "Ok(())"),
      returns("heat()", "\"1.5C\""),
      returns("text()", "\"\uD83D\uDE00\\n\\\"\\x01\""),
    };
    Example[] wrong = {
      returns("byte(\"A\")", "'B'"),
      returns("letters(\"ab\")", "\"abc\""),
      returns("words()", "\"ab\""),
      returns("half(1)", "0.334"),
      returns("nan()", "0.5"),
      returns("some(3)", "None"),
      returns("queue()", "[-1]"),
      returns("set()", "[\"b\", \"c\"]"),
      returns("map()", "{(1, 'b'): [True]}"),
      returns("boxed()", "[1, 2]"),
      returns("result(false)", "Ok(())"),
      returns("heat()", "\"1.5\""),
      returns("text()", "\"\uD83D\uDE00\""),
    };

    assertThat(ObservedRun.states(run(solution, List.of("fn byte(...)"), right)))
        .hasSize(right.length)
        .allSatisfy((_, state) -> assertThat(state).isEqualTo(State.PASSED));
    assertThat(ObservedRun.states(run(solution, List.of("fn byte(...)"), wrong)))
        .hasSize(wrong.length)
        .allSatisfy((_, state) -> assertThat(state).isEqualTo(State.FAILED));
  }

  @Test
  void aFunctionOfOtherTypesThanAskedDoesNotCompile() {
    TestReport report =
        run(
            "pub fn root(a: i64) -> Option<u32> { Some(a as u32) }\n",
            List.of("fn root(a: i64) -> u32"),
            returns("root(9)", "3"));

    assertThat(report.buildErrors())
        .extracting(fault -> fault.path() + " " + fault.code())
        .containsOnly("solution_text_test.rs E0308");
  }
}
