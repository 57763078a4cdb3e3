package dev.hone.language.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs examples as tests by the real Go.
class GoExamplesIT {
  private static final Go GO = new Go(Path.of("target", "toolchains"), Progress.silent());
  private static final String TEST = "solution_text_test.go";
  private static final String CODE =
      """
      package solution

      import (
      \t"errors"
      \t"fmt"
      \t"math"
      \t"sort"
      \t"strings"
      )

      type Point struct{ X, Y int }

      type Stack struct{ items []int }

      func NewStack() *Stack { return &Stack{} }

      func (s *Stack) Push(v int) { s.items = append(s.items, v) }

      func (s *Stack) Pop() (int, bool) {
      \tif len(s.items) == 0 {
      \t\treturn 0, false
      \t}
      \tlast := s.items[len(s.items)-1]
      \ts.items = s.items[:len(s.items)-1]
      \treturn last, true
      }

      func Add(a, b int) int { return a + b }

      func Sum(numbers ...int) int {
      \ttotal := 0
      \tfor _, n := range numbers {
      \t\ttotal += n
      \t}
      \treturn total
      }

      func Half(x float64) float64 { return x / 3 }

      func Evens(numbers []int) []int {
      \tvar found []int
      \tfor _, n := range numbers {
      \t\tif n%2 == 0 {
      \t\t\tfound = append(found, n)
      \t\t}
      \t}
      \treturn found
      }

      func Count(text string) map[rune]int {
      \tcounts := map[rune]int{}
      \tfor _, c := range text {
      \t\tcounts[c]++
      \t}
      \treturn counts
      }

      func Words(counts map[string]int) []string {
      \twords := []string{}
      \tfor word := range counts {
      \t\twords = append(words, word)
      \t}
      \tsort.Strings(words)
      \treturn words
      }

      func Divide(a, b int) (int, error) {
      \tif b == 0 {
      \t\treturn 0, errors.New("division by zero")
      \t}
      \treturn a / b, nil
      }

      func Split(n int) (int, int) { return n / 10, n % 10 }

      func Mirror(p Point) Point { return Point{p.Y, p.X} }

      func Unique(numbers []int) map[int]struct{} {
      \tset := map[int]struct{}{}
      \tfor _, n := range numbers {
      \t\tset[n] = struct{}{}
      \t}
      \treturn set
      }

      func Max[T int | float64 | string](items []T) T {
      \tbest := items[0]
      \tfor _, one := range items {
      \t\tif one > best {
      \t\t\tbest = one
      \t\t}
      \t}
      \treturn best
      }

      func Greet(name string) { fmt.Println("Hello,", name) }

      func First(text string) byte { return text[0] }

      func Upper(r *strings.Reader) string { b := make([]byte, 9); n, _ := r.Read(b); return strings.ToUpper(string(b[:n])) }

      func Any(v any) string { return fmt.Sprintf("%T", v) }

      type Named struct {
      \tFull string `json:"full_name"`
      \tTags []string
      \tnext *Named
      }

      func (n Named) String() string { return "<" + n.Full + ">" }

      func Name(text string) *Named { return &Named{Full: text, Tags: []string{"a"}} }

      func Loop() *Named { n := Name("n"); n.next = n; return n }

      func Bytes(text string) []byte { return []byte(text) }

      func Bad() string { return "a\\xff" }

      func Single(x float64) float32 { return float32(x) }

      func Nothing() map[string]int { return nil }

      func Known(k string) (int, bool) { return 1, k == "a" }

      func Set() map[string]bool { return map[string]bool{"a": true} }

      func Keys() map[int]string { return map[int]string{1: "a"} }

      func NaN() float64 { return math.NaN() }

      func Failure() error { return errors.New("no") }

      func Wide() uint64 { return math.MaxUint64 }
      """;

  @TempDir private Path folder;

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }

  private Map<String, State> states(List<Example> examples) {
    return report(examples).cases().stream().collect(Collectors.toMap(Case::name, Case::state));
  }

  private TestReport report(List<Example> examples) {
    SourceFile file =
        GO.exampleTests(
                new TestBrief(
                    "solution.go",
                    TEST,
                    List.of(
                        "Add",
                        "Sum",
                        "Half",
                        "Evens",
                        "Count",
                        "Words",
                        "Divide",
                        "Split",
                        "Mirror",
                        "Unique",
                        "Max",
                        "Greet",
                        "First",
                        "Upper",
                        "Any",
                        "NewStack",
                        "Name",
                        "Loop",
                        "Bytes",
                        "Bad",
                        "Single",
                        "Nothing",
                        "Known",
                        "Set",
                        "Keys",
                        "NaN",
                        "Failure",
                        "Wide"),
                    List.of("func Max[T int | float64 | string](items []T) T"),
                    examples))
            .orElseThrow();
    Workbench bench = new Workbench(GO, folder).with("solution.go", CODE);
    TestReport report = bench.with(file).report(TEST);
    assertThat(report.buildErrors()).isEmpty();
    // Values that are compared outside are the same ones.
    TestReport observed = new ObservedRun(GO, bench).report(file);
    assertThat(observed.buildErrors()).isEmpty();
    assertThat(observed.cases())
        .extracting(Case::name, Case::state, Case::message)
        .containsExactlyElementsOf(
            report.cases().stream()
                .map(one -> tuple(one.name(), one.state(), one.message()))
                .toList());
    assertThat(report.cases().stream().map(Case::name))
        .containsExactlyElementsOf(GO.testNames(file));
    return report;
  }

  @Test
  void rightValuesPassHoweverTheyAreWritten() {
    List<Example> examples =
        List.of(
            returns("Add(1, 2)", "3"),
            returns("add(1, -2)", "-1"),
            returns("solution.Add(0x10, 1)", "17"),
            returns("Sum(1, 2, 3)", "6"),
            returns("Sum([1, 2, 3])", "6"),
            returns("Sum()", "0"),
            returns("Half(1)", "0.3333333"),
            returns("Half(3)", "1"),
            returns("Evens([1, 2, 4])", "[2, 4]"),
            returns("Evens([]int{1, 2, 4})", "[]int{2, 4}"),
            returns("Evens([1])", "[]"),
            returns("Evens(nil)", "nil"),
            returns("Count(\"aab\")", "{'a': 2, 'b': 1}"),
            returns("Words({\"b\": 1, \"a\": 2})", "['a', 'b']"),
            returns("Words(map[string]int{\"b\": 1})", "[]string{\"b\"}"),
            returns("Divide(7, 2)", "3"),
            returns("Divide(7, 2)", "3, nil"),
            returns("Divide(7, 2)", "(3, None)"),
            returns("Split(42)", "(4, 2)"),
            returns("Split(42)", "4, 2"),
            returns("Mirror(Point{1, 2})", "Point{2, 1}"),
            returns("Mirror(Point{X: 1, Y: 2})", "{\"x\": 2, \"y\": 1}"),
            returns("Unique([2, 2, 1])", "{1, 2}"),
            returns("Max([1, 3, 2])", "3"),
            returns("Max([]string{\"a\", \"b\"})", "\"b\""),
            returns("First(\"abc\")", "'a'"),
            returns("Upper(strings.NewReader(\"ab\"))", "\"AB\""),
            returns("Any([1])", "\"[]interface {}\""),
            returns("Name(\"é\")", "\"<é>\""),
            returns("Name(\"x\")", "{\"full_name\": \"x\", \"tags\": [\"a\"]}"),
            returns("Loop()", "{\"full\": \"n\"}"),
            returns("Loop()", "\"<n>\""),
            returns("Bytes(\"ab\")", "\"ab\""),
            returns("Bytes(\"ab\")", "[97, 98]"),
            returns("Single(0.1)", "0.1"),
            returns("Nothing()", "nil"),
            returns("Nothing()", "{}"),
            returns("Known(\"a\")", "1"),
            returns("Known(\"b\")", "nil"),
            returns("Known(\"b\")", "(1, False)"),
            returns("Set()", "{\"a\"}"),
            returns("Set()", "{\"a\": True}"),
            returns("Keys()", "{\"1\": \"a\"}"),
            returns("Keys()", "{1: \"a\"}"),
            returns("Failure()", "\"no\""),
            returns("Failure()", "errors.New(\"no\")"),
            returns("Wide()", "18446744073709551615"));

    assertThat(states(examples).values()).hasSize(examples.size()).containsOnly(State.PASSED);
  }

  @Test
  void wrongValuesFail() {
    List<Example> examples =
        List.of(
            returns("Add(1, 2)", "4"),
            returns("Half(1)", "0.34"),
            returns("Evens([1, 2, 4])", "[2]"),
            returns("Evens([1, 2])", "nil"),
            returns("Count(\"aab\")", "{'a': 2}"),
            returns("Divide(7, 0)", "0"),
            returns("Split(42)", "(2, 4)"),
            returns("Mirror(Point{1, 2})", "Point{1, 2}"),
            returns("Unique([2, 2, 1])", "{1, 3}"),
            returns("Max([1, 3, 2])", "2"),
            returns("Add(1)", "1"),
            returns("Name(\"x\")", "\"x\""),
            returns("Name(\"x\")", "{\"full\": \"y\"}"),
            returns("Name(\"x\")", "nil"),
            returns("Bad()", "\"a\uFFFD\""),
            returns("Bytes(\"ab\")", "\"abc\""),
            returns("Nothing()", "{\"a\": 1}"),
            returns("Known(\"b\")", "1"),
            returns("Set()", "{\"b\"}"),
            returns("NaN()", "0.5"),
            returns("Failure()", "\"yes\""),
            returns("Failure()", "nil"),
            returns("Wide()", "-1"),
            new Example(Kind.RAISES, List.of(), "Divide(1, 1)", "error", ""),
            new Example(Kind.PRINTS, List.of(), "Greet(\"Bo\")", "Hello, Al", ""),
            new Example(Kind.ASSERTS, List.of(), "Add(1, 2) == 4", "", ""),
            new Example(Kind.ASSERTS, List.of(), "Add(1, 2) > 4", "", ""));

    assertThat(states(examples).values()).hasSize(examples.size()).containsOnly(State.FAILED);
  }

  @Test
  void errorsOutputConditionsAndStateAreChecked() {
    List<Example> examples =
        List.of(
            new Example(Kind.RAISES, List.of(), "Divide(1, 0)", "ValueError", ""),
            new Example(Kind.RAISES, List.of(), "First(\"\")", "panic", ""),
            new Example(Kind.PRINTS, List.of(), "Greet(\"Bo\")", "Hello, Bo", ""),
            new Example(Kind.ASSERTS, List.of(), "Add(1, 2) == 3", "", ""),
            new Example(Kind.ASSERTS, List.of(), "assert Evens([1, 2]) == [2]", "", ""),
            new Example(
                Kind.ASSERTS, List.of(), "reflect.DeepEqual(Evens([]int{2}), []int{2})", "", ""),
            new Example(
                Kind.RETURNS, List.of("s := NewStack()", "s.Push(3)"), "s.Pop()", "3, true", ""),
            new Example(Kind.RETURNS, List.of("s := NewStack()"), "s.Pop()", "nil", ""));

    assertThat(states(examples).values()).hasSize(examples.size()).containsOnly(State.PASSED);
  }

  @Test
  void aFailureSaysWhatWasCalledAndReturned() {
    assertThat(report(List.of(returns("Evens([1, 2])", "[1]"))).cases())
        .containsExactly(
            new Case(
                "TestExample1",
                State.FAILED,
                "solution_text_test.go:14: Evens([1, 2]) returned []int{2}, expected [1]"));
  }
}
