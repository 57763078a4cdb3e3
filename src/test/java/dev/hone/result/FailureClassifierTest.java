package dev.hone.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.AskedFor;
import dev.hone.model.FinishReason;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.suite.Origin;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassifierTest {
  private final FailureClassifier classes =
      new FailureClassifier(LanguageId.PYTHON, List.of("twice"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SyntaxError | expected ':' | COMPILE
          NameError | name 'heapq' is not defined | NAME
          MODULE_NOT_FOUND | no module 'lodash' here: use Node's own modules | NAME
          SyntaxError | The requested module './solution.js' does not provide an export named 'twice' | SIGNATURE
          TS2304 | Cannot find name 'heap'. | NAME
          TS2322 | Type 'number' is not assignable to type 'string'. | TYPE
          TS1005 | ';' expected. | COMPILE
          cant.resolve.location | cannot find symbol; symbol: class List; location: class Solution | NAME
          cant.resolve.location.args | cannot find symbol; symbol: method twice(int); location: class Solution | SIGNATURE
          cant.apply.symbol | method twice in class Solution cannot be applied to given types; required: no arguments | SIGNATURE
          prob.found.req | incompatible types: String cannot be converted to long | TYPE
          expected | ';' expected | COMPILE
          UndeclaredName | undefined: strings | NAME
          UndeclaredImportedName | undefined: solution.twice | SIGNATURE
          IncompatibleAssign | cannot use "a" (untyped string constant) as int value in return statement | TYPE
          WrongResultCount | assignment mismatch: 1 variable but twice returns 2 values | SIGNATURE
          UnusedImport | "os" imported and not used | COMPILE
          E0425 | cannot find function `twice` in this scope | SIGNATURE
          E0433 | failed to resolve: use of undeclared type `HashMap` | NAME
          E0599 | no method named `longest` found for struct `Vec<i32>` | NAME
          E0308 | mismatched types; expected `i32`, found `&str` | TYPE
          E0382 | borrow of moved value: `words` | COMPILE
          implicit-function-declaration | implicit declaration of function 'malloc' | NAME
          ~~ | 'twice' was not declared in this scope | SIGNATURE
          int-conversion | returning 'char *' from a function with return type 'int' makes integer from pointer without a cast | TYPE
          ~~ | 'vector' in namespace 'std' does not name a template type | NAME
          ~~ | 'sort' is not a member of 'std' | NAME
          ~~ | too few arguments to function 'twice' | SIGNATURE
          ~~ | no matching function for call to 'other(int)' | TYPE
          link | undefined reference to 'twice' | SIGNATURE
          ~~ | expected ';' before '}' token | COMPILE
          """)
  void whatToolsSayDecidesWhyCodeIsNotBuilt(String code, String message, Failure failure) {
    Diagnostic fault = new Diagnostic("solution.x", 3, 1, code, message, "");

    assertThat(classes.of(unbuilt(fault))).isEqualTo(failure);
  }

  @Test
  void aToolThatOnlyShowsTheCallIsUnderstoodToo() {
    Diagnostic fault =
        new Diagnostic(
            "tests.rs",
            3,
            1,
            "E0061",
            "this function takes 2 arguments but 1 was supplied",
            "twice(2)");

    assertThat(classes.of(unbuilt(fault))).isEqualTo(Failure.SIGNATURE);
  }

  @Test
  void aSignatureThatWasAskedForWordByWordIsIgnored() {
    Diagnostic first = new Diagnostic("solution.go", 3, 1, "UnusedImport", "not used", "");
    Diagnostic second =
        new Diagnostic(
            "solution.go", 5, 1, AskedFor.CODE, "the requirement asks for `a`, not `b`", "");

    assertThat(classes.of(unbuilt(first, second))).isEqualTo(Failure.SIGNATURE);
  }

  @ParameterizedTest
  @MethodSource
  void theVerdictDecidesTheRest(Verdict verdict, Failure failure) {
    assertThat(classes.of(judgement(verdict))).isEqualTo(failure);
  }

  static Stream<Arguments> theVerdictDecidesTheRest() {
    return Stream.of(
        Arguments.of(new Verdict.Passed(), Failure.WEAK_TESTS),
        Arguments.of(new Verdict.Unreadable(), Failure.NO_CODE),
        Arguments.of(new Verdict.Rejected(), Failure.REJECTED),
        Arguments.of(new Verdict.TimeLimitExceeded(), Failure.TIME),
        Arguments.of(new Verdict.MemoryLimitExceeded(), Failure.MEMORY),
        Arguments.of(new Verdict.OutputLimitExceeded(), Failure.RESOURCES),
        Arguments.of(new Verdict.ResourceLimitExceeded(), Failure.RESOURCES),
        Arguments.of(new Verdict.CompileError(), Failure.COMPILE),
        Arguments.of(new Verdict.TestsFailed(), Failure.WRONG_ANSWER));
  }

  @Test
  void anErrorOfATestSpeaksOnlyWhereNoValueIsWrong() {
    TestOutcome name = outcome(Outcome.ERROR, "NameError: name 'math' is not defined");
    TestOutcome call =
        outcome(Outcome.ERROR, "TypeError: twice() takes 0 positional arguments but 1 was given");
    TestOutcome type =
        outcome(Outcome.ERROR, "TypeError: can only concatenate str (not \"int\") to str");
    TestOutcome index = outcome(Outcome.ERROR, "IndexError: list index out of range");
    TestOutcome wrong = outcome(Outcome.FAILED, "assert 3 == 4");

    assertThat(Stream.of(name, call, type, index, wrong).map(one -> classes.of(failed(one))))
        .containsExactly(
            Failure.NAME,
            Failure.SIGNATURE,
            Failure.TYPE,
            Failure.WRONG_ANSWER,
            Failure.WRONG_ANSWER);
    assertThat(classes.of(failed(name, wrong))).isEqualTo(Failure.WRONG_ANSWER);
  }

  @Test
  void theReplyTellsWhatIsCutOffOrForeign() {
    Judgement none = judgement(new Verdict.Unreadable());
    Judgement broken = judgement(new Verdict.CompileError());
    String java = "```java\nclass Solution {}\n```";
    String both = java + "\n```py\ndef twice(n): pass\n```";

    assertThat(classes.of(attempt("def tw", FinishReason.LENGTH, none))).isEqualTo(Failure.CUT_OFF);
    assertThat(classes.of(attempt("I cannot.", FinishReason.STOP, none)))
        .isEqualTo(Failure.NO_CODE);
    assertThat(classes.of(attempt(java, FinishReason.STOP, broken)))
        .isEqualTo(Failure.WRONG_LANGUAGE);
    assertThat(classes.of(attempt(both, FinishReason.STOP, broken))).isEqualTo(Failure.COMPILE);
    assertThat(
            new FailureClassifier(LanguageId.C, List.of())
                .of(attempt("```cpp\nint a;\n```", FinishReason.STOP, broken)))
        .isEqualTo(Failure.COMPILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~ | WRONG_ANSWER
          Traceback (most recent call last):;  File "/box/check.py", line 2;AssertionError | WRONG_ANSWER
          Traceback (most recent call last):;NameError: name 'math' is not defined | NAME
          ImportError: cannot import name 'twice' from 'solution' | SIGNATURE
          E   TypeError: twice() missing 1 required positional argument: 'm' | SIGNATURE
          E   SyntaxError: invalid syntax | COMPILE
          E   AssertionError: assert 'TypeError: no' == 1 | WRONG_ANSWER
          Solution.java:3: error: cannot find symbol;    for (;  symbol:   class List;  location: class Solution | NAME
          Solution.java:3: error: ';' expected | COMPILE
          ./solution.go:5:2: "os" imported and not used;./solution.go:9:2: undefined: x | COMPILE
          --- FAIL: TestTwice (0.00s);    check_test.go:9: TypeError: 3 | WRONG_ANSWER
          error[E0308]: mismatched types; --> src/lib.rs:3:5 | TYPE
          running 2 tests;error: test failed, to rerun pass `--lib` | WRONG_ANSWER
          solution.c:3:10: error: 'x' undeclared (first use in this function) | NAME
          /usr/bin/ld: check.c:(.text+0x1a): undefined reference to `twice' | SIGNATURE
          check.ts(3,5): error TS2322: Type 'number' is not assignable to type 'string'. | TYPE
          TypeError: twice is not a function;    at Object.<anonymous> | SIGNATURE
          """)
  void whatAHiddenCheckPrintsIsRead(String output, Failure failure) {
    assertThat(classes.ofOutput(output.replace(";", "\n"))).isEqualTo(failure);
  }

  @Test
  void namesAreKeptInData() {
    assertThat(Stream.of(Failure.values()).map(Failure::id).map(Failure::of))
        .containsExactly(Failure.values());
    assertThat(Failure.of("ofALaterVersion")).isEqualTo(Failure.NONE);
  }

  private static Judgement unbuilt(Diagnostic... faults) {
    return new Judgement(
        new Verdict.CompileError(), List.of(), List.of(), List.of(), List.of(faults), List.of());
  }

  private static Judgement failed(TestOutcome... outcomes) {
    return new Judgement(
        new Verdict.TestsFailed(), List.of(outcomes), List.of(), List.of(), List.of());
  }

  private static Judgement judgement(Verdict verdict) {
    return new Judgement(verdict, List.of(), List.of(), List.of("no word known"), List.of());
  }

  private static TestOutcome outcome(Outcome outcome, String message) {
    return new TestOutcome("test_a", Origin.GENERATED, outcome, message);
  }

  private static Attempt attempt(String reply, FinishReason finish, Judgement judgement) {
    Exchange exchange =
        new Exchange(
            "code",
            new Prompt("code/write", "0123456789ab", List.of()),
            new Reply(reply, finish, 10, 0, 5, Duration.ZERO, Duration.ofMillis(1)));
    return new Attempt(
        1,
        1,
        Instant.EPOCH,
        List.of(exchange),
        List.of(),
        List.of(new SourceFile("solution.py", "")),
        List.of(),
        judgement,
        Duration.ZERO);
  }
}
