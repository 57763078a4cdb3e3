package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Expected;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.language.go.Go;
import dev.hone.language.java.Java;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.runner.Reports;
import dev.hone.language.rust.Rust;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is handed over against what an example writes out, from the text of the test file and of
/// the report on.
class OracleTest {
  private static final Path UNUSED = Path.of("unused");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["whole","3"]                                       | true
          3                  | ["whole","4"]                                       | false
          3                  | ["fraction","3.0"]                                  | true
          3                  | ["fraction","3.0000001"]                            | false
          3                  | ["text","3"]                                        | false
          3                  | ["nothing"]                                         | false
          3                  | ["truth",true]                                      | false
          3                  | ["other","AlwaysEqual",[]]                          | false
          3                  | ["other","AlwaysEqual",[["whole","3"]]]             | false
          1                  | ["truth",true]                                      | true
          0                  | ["truth",true]                                      | false
          True               | ["truth",true]                                      | true
          True               | ["truth",false]                                     | false
          True               | ["whole","1"]                                       | true
          True               | ["text","True"]                                     | false
          -7                 | ["whole","-7"]                                      | true
          0x1F               | ["whole","31"]                                      | true
          10_000             | ["whole","10000"]                                   | true
          123456789012345678901234567890 | ["whole","123456789012345678901234567890"] | true
          123456789012345678901234567890 | ["whole","123456789012345678901234567891"] | false
          9007199254740993   | ["fraction","9007199254740992.0"]                   | false
          0.3                | ["fraction","0.30000000000000004"]                  | true
          0.3                | ["fraction","0.31"]                                 | false
          0.3                | ["fraction","nan"]                                  | false
          0.3                | ["fraction","-0.3"]                                 | false
          0.0                | ["fraction","1e-10"]                                | true
          1e16               | ["fraction","1e+16"]                                | true
          1e16               | ["fraction","inf"]                                  | false
          2.0                | ["whole","2"]                                       | true
          -1.5               | ["fraction","-1.5"]                                 | true
          'abc'              | ["text","abc"]                                      | true
          'abc'              | ["text","abd"]                                      | false
          "it's"             | ["text","it's"]                                     | true
          'a\\nb'            | ["text","a\\nb"]                                    | true
          'a' 'b'            | ["text","ab"]                                       | true
          'é'                | ["text","\\u00e9"]                                  | true
          '\\u00e9'          | ["text","é"]                                        | true
          ''                 | ["nothing"]                                         | false
          b'ab'              | ["other","bytes",[["text","6162"]]]                 | true
          b'ab'              | ["other","bytes",[["text","6163"]]]                 | false
          b'ab'              | ["text","ab"]                                       | false
          None               | ["nothing"]                                         | true
          None               | ["truth",false]                                     | false
          None               | ["other","AlwaysEqual",[]]                          | false
          [1, 2]             | ["list",[["whole","1"],["whole","2"]]]              | true
          [1, 2]             | ["list",[["whole","2"],["whole","1"]]]              | false
          [1, 2]             | ["list",[["whole","1"]]]                            | false
          [1, 2]             | ["tuple",[["whole","1"],["whole","2"]]]             | false
          [1]                | ["list",[["other","AlwaysEqual",[]]]]               | false
          [1]                | ["other","...",[]]                                  | false
          [0.1]              | ["list",[["fraction","0.1000000001"]]]              | true
          (1,)               | ["tuple",[["whole","1"]]]                           | true
          1, 2               | ["tuple",[["whole","1"],["whole","2"]]]             | true
          {1, 2}             | ["set",[["whole","2"],["whole","1"]]]               | true
          {1, 2}             | ["set",[["whole","2"],["whole","2"]]]               | false
          {1, 2}             | ["list",[["whole","1"],["whole","2"]]]              | false
          {0.1}              | ["set",[["fraction","0.1000000001"]]]               | false
          set()              | ["set",[]]                                          | true
          {}                 | ["map",[]]                                          | true
          {}                 | ["set",[]]                                          | false
          {'a': 1, 'b': 2}   | ["map",[[["text","b"],["whole","2"]],[["text","a"],["whole","1"]]]] | true
          {'a': 1}           | ["map",[[["text","a"],["whole","2"]]]]              | false
          {'a': 1}           | ["map",[[["text","b"],["whole","1"]]]]              | false
          {'a': [{'b': None}]} | ["map",[[["text","a"],["list",[["map",[[["text","b"],["nothing"]]]]]]]]] | true
          {0: 'a'}           | ["map",[[["truth",false],["text","a"]]]]            | true
          3                  | ["unheard-of","3"]                                  | false
          3                  | ["whole","three"]                                   | false
          3                  | []                                                  | false
          3                  | "3"                                                 | false
          """)
  void valuesOfPythonAreComparedByWhatTheyAre(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.PYTHON, expected, value)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["whole","3"]                                       | true
          3                  | ["fraction","3.0000001"]                            | false
          3                  | ["text","3"]                                        | false
          3                  | ["other","BigInt",[["whole","3"]]]                  | false
          3n                 | ["other","BigInt",[["whole","3"]]]                  | true
          3n                 | ["whole","3"]                                       | false
          9007199254740993   | ["whole","9007199254740992"]                        | true
          0.3                | ["fraction","0.30000000000000004"]                  | true
          0.3                | ["fraction","0.31"]                                 | false
          -0.5               | ["fraction","-0.5"]                                 | true
          NaN                | ["fraction","NaN"]                                  | true
          NaN                | ["whole","0"]                                       | false
          Infinity           | ["fraction","Infinity"]                             | true
          Infinity           | ["fraction","-Infinity"]                            | false
          1                  | ["truth",true]                                      | false
          true               | ["truth",true]                                      | true
          true               | ["whole","1"]                                       | false
          null               | ["nothing"]                                         | true
          null               | ["other","undefined",[]]                            | false
          undefined          | ["other","undefined",[]]                            | true
          undefined          | ["nothing"]                                         | false
          'a\\'b'            | ["text","a'b"]                                      | true
          `ab`               | ["text","ab"]                                       | true
          [1, 'a']           | ["list",[["whole","1"],["text","a"]]]               | true
          [1]                | ["set",[["whole","1"]]]                             | false
          { a: [1], 'b': 2 } | ["map",[[["text","b"],["whole","2"]],[["text","a"],["list",[["whole","1"]]]]]] | true
          { a: 1 }           | ["map",[[["text","a"],["whole","1"]],[["text","b"],["whole","1"]]]] | false
          {}                 | ["map",[]]                                          | true
          new Set([1, 2])    | ["set",[["whole","2"],["whole","1"]]]               | true
          new Set([1, 2])    | ["list",[["whole","1"],["whole","2"]]]              | false
          new Map([['a', 1]]) | ["other","Map",[["map",[[["text","a"],["whole","1"]]]]]] | true
          new Map([['a', 1]]) | ["map",[[["text","a"],["whole","1"]]]]             | false
          """)
  void valuesOfJavaScriptAreComparedByWhatTheyAre(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.JAVASCRIPT, expected, value)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["whole","3"]                                       | true
          3                  | ["fraction","3.0"]                                  | true
          3                  | ["fraction","3.1"]                                  | false
          3                  | ["other","AlwaysEqual",[["text","3"]]]              | false
          3L                 | ["whole","3"]                                       | true
          0.1                | ["fraction","0.10000000149011612"]                  | true
          "a"                | ["text","a"]                                        | true
          'a'                | ["text","a"]                                        | true
          "a"                | ["other","Own",[["text","a"]]]                      | true
          "a"                | ["other","Own",[["text","b"],["text","a"]]]         | false
          true               | ["truth",true]                                      | true
          null               | ["nothing"]                                         | true
          [1, 2]             | ["list",[["whole","1"],["whole","2"]]]              | true
          [1, 2]             | ["list",[["whole","2"],["whole","1"]]]              | false
          [1, 2]             | ["set",[["whole","2"],["whole","1"]]]               | true
          [1, 2]             | ["other","Pair",[["text","?"],["list",[["whole","1"],["whole","2"]]]]] | true
          {"a": 1}           | ["other","HashMap",[["text","{a=1}"],["map",[[["text","a"],["whole","1"]]]]]] | true
          {"a": 1}           | ["map",[[["text","a"],["whole","2"]]]]              | false
          Optional.of(3)     | ["whole","3"]                                       | true
          """)
  void valuesOfJavaAreComparedByWhatTheyHold(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.JAVA, expected, value)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["tuple",[["whole","3"]]]                           | true
          3                  | ["tuple",[["whole","4"]]]                           | false
          3                  | ["whole","3"]                                       | false
          3                  | ["tuple",[]]                                        | false
          3                  | ["tuple",[["fraction","3"]]]                        | true
          3                  | ["tuple",[["fraction","3.0000001"]]]                | false
          3                  | ["tuple",[["other","...",[]]]]                      | false
          3                  | ["tuple",[["other","struct",[["list",[]],["text","3"]]]]] | false
          "3"                | ["tuple",[["other","struct",[["list",[]],["text","3"]]]]] | true
          0.1                | ["tuple",[["fraction","0.10000001"]]]               | true
          0.1                | ["tuple",[["fraction","nan"]]]                      | false
          true               | ["tuple",[["truth",true]]]                          | true
          1                  | ["tuple",[["truth",true]]]                          | false
          'a'                | ["tuple",[["other","letter",[["whole","97"]]]]]     | true
          97                 | ["tuple",[["other","letter",[["whole","97"]]]]]     | true
          'ab'               | ["tuple",[["other","letter",[["whole","97"]]]]]     | false
          "a"                | ["tuple",[["text","a"]]]                            | true
          "a"                | ["tuple",[["other","letters",[["list",[["other","letter",[["whole","97"]]]]],["text","a"]]]]] | true
          nil                | ["tuple",[["nothing"]]]                             | true
          nil                | ["tuple",[["other","nil",[["list",[]]]]]]           | true
          nil                | ["tuple",[["list",[]]]]                             | true
          [1, 2]             | ["tuple",[["list",[["whole","1"],["whole","2"]]]]]  | true
          [1, 2]             | ["tuple",[["list",[["whole","2"],["whole","1"]]]]]  | false
          3                  | ["tuple",[["whole","3"],["nothing"]]]               | true
          3                  | ["tuple",[["whole","3"],["other","error",[["text","no"]]]]] | false
          3                  | ["tuple",[["whole","3"],["truth",true]]]            | true
          3                  | ["tuple",[["whole","3"],["truth",false]]]           | false
          nil                | ["tuple",[["whole","3"],["truth",false]]]           | true
          3, true            | ["tuple",[["whole","3"],["truth",true]]]            | true
          (1, 2)             | ["tuple",[["whole","1"],["whole","2"]]]             | true
          (1, 2)             | ["tuple",[["whole","1"],["whole","2"],["nothing"]]] | true
          Err("no")          | ["tuple",[["whole","0"],["other","error",[["text","other"]]]]] | true
          Err("no")          | ["tuple",[["whole","0"],["nothing"]]]               | false
          Some(3)            | ["tuple",[["whole","3"]]]                           | true
          {"a": 1}           | ["tuple",[["map",[[["text","a"],["whole","1"]]]]]]  | true
          {"a": 1}           | ["tuple",[["map",[[["text","a"],["whole","2"]]]]]]  | false
          {"1": 2}           | ["tuple",[["map",[[["other","key",[["whole","1"],["text","1"]]],["whole","2"]]]]]] | true
          {"a"}              | ["tuple",[["map",[[["text","a"],["truth",true]]]]]] | true
          {"a"}              | ["tuple",[["map",[[["text","a"],["truth",false]]]]]] | false
          {"x": 1}           | ["tuple",[["other","struct",[["list",[["tuple",[["text","X"],["text",""],["whole","1"]]]]]]]]] | true
          {"y": 1}           | ["tuple",[["other","struct",[["list",[["tuple",[["text","X"],["text",""],["whole","1"]]]]]]]]] | false
          """)
  void resultsOfGoAreComparedAsTheChecksDo(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.GO, expected, value)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["whole","3"]                                       | true
          3                  | ["fraction","3.0"]                                  | true
          3                  | ["fraction","3.0000001"]                            | false
          3                  | ["text","3"]                                        | false
          3                  | ["other","solution::Anything",[]]                   | false
          0.1                | ["fraction","0.10000001"]                           | true
          0.1                | ["other","f32",[["fraction","0.10000100149"]]]      | false
          0.1                | ["other","f32",[["fraction","0.1000005"]]]          | true
          0.1                | ["fraction","NaN"]                                  | false
          true               | ["truth",true]                                      | true
          1                  | ["truth",true]                                      | false
          'a'                | ["other","letter",[["text","a"]]]                   | true
          'a'                | ["other","byte",[["whole","97"]]]                   | true
          'b'                | ["other","byte",[["whole","97"]]]                   | false
          97                 | ["other","byte",[["whole","97"]]]                   | true
          "ab"               | ["list",[["other","letter",[["text","a"]]],["other","byte",[["whole","98"]]]]] | true
          "ab"               | ["list",[["text","a"],["text","b"]]]                | false
          None               | ["nothing"]                                         | true
          None               | ["other","Some",[["whole","3"]]]                    | false
          None               | ["tuple",[]]                                        | true
          Some(3)            | ["other","Some",[["whole","3"]]]                    | true
          3                  | ["other","Some",[["whole","3"]]]                    | true
          3                  | ["other","Ok",[["whole","3"]]]                      | true
          3                  | ["other","Err",[["whole","3"]]]                     | false
          Err("no")          | ["other","Err",[["text","no"]]]                     | true
          Err("no")          | ["other","Err",[["text","yes"]]]                    | false
          Err("no")          | ["other","Err",[["other","an error",[]]]]           | true
          Err("no")          | ["other","Ok",[["text","no"]]]                      | false
          Ok(3)              | ["other","Ok",[["whole","4"]]]                      | false
          [1, 2]             | ["list",[["whole","1"],["whole","2"]]]              | true
          [1, 2]             | ["list",[["whole","2"],["whole","1"]]]              | false
          [1, 2]             | ["set",[["whole","2"],["whole","1"]]]               | true
          (1, "a")           | ["tuple",[["whole","1"],["text","a"]]]              | true
          {"a": 1}           | ["map",[[["text","a"],["whole","1"]]]]              | true
          {"a": 1}           | ["map",[[["text","a"],["whole","2"]]]]              | false
          {"a": 1}           | ["list",[["tuple",[["text","a"],["whole","1"]]]]]   | true
          """)
  void valuesOfRustAreComparedAsTheChecksDo(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.RUST, expected, value)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["whole","3"]                                       | true
          3                  | ["whole","4"]                                       | false
          3                  | ["fraction","3.0000001"]                            | true
          3                  | ["fraction","3.1"]                                  | false
          3                  | ["other","Anything",[]]                             | false
          0.1                | ["fraction","nan"]                                  | false
          true               | ["truth",true]                                      | true
          1                  | ["truth",true]                                      | true
          true               | ["whole","2"]                                       | false
          "a"                | ["text","a"]                                        | true
          "a"                | ["whole","97"]                                      | false
          None               | ["nothing"]                                         | true
          0                  | ["nothing"]                                         | false
          [1, 2]             | ["list",[["whole","1"],["whole","2"]]]              | true
          [1, 2]             | ["list",[["whole","2"],["whole","1"]]]              | false
          [1, 2]             | ["set",[["whole","2"],["whole","1"]]]               | true
          [1, 1]             | ["set",[["whole","2"],["whole","1"]]]               | false
          {"a": 1}           | ["map",[[["text","a"],["whole","1"]]]]              | true
          {"a": 1}           | ["list",[["list",[["text","a"],["whole","1"]]]]]    | true
          """)
  void valuesOfCppAreComparedAsTheChecksDo(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.CPP, expected, value)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          3                  | ["whole","3"]                                       | true
          3                  | ["whole","4"]                                       | false
          -3                 | ["whole","18446744073709551613"]                    | false
          18446744073709551615 | ["whole","18446744073709551615"]                  | true
          0.5                | ["fraction","0.5000001"]                            | true
          0.5                | ["fraction","inf"]                                  | false
          true               | ["whole","1"]                                       | true
          "a"                | ["text","a"]                                        | true
          "a\\n"             | ["text","a\\n"]                                     | true
          "a"                | ["nothing"]                                         | false
          'a'                | ["whole","97"]                                      | true
          NULL               | ["nothing"]                                         | true
          NULL               | ["other","pointer",[]]                              | false
          0                  | ["nothing"]                                         | true
          """)
  void valuesOfCAreComparedAsTheChecksDo(String expected, String value, boolean same) {
    assertThat(passes(LanguageId.C, expected, value)).isEqualTo(same);
  }

  @Test
  void aFailureTellsCallActualAndExpected() {
    Case reported = reported("passed", "{\"returned\":[\"text\",\"a\"],\"shown\":\"'a'\"}");

    assertThat(Oracle.judged(reported, expected(LanguageId.PYTHON, Kind.RETURNS, "[\"a\", 1]")))
        .isEqualTo(
            new Case(
                "test_example_1",
                State.FAILED,
                "f(1) returned 'a', expected ['a', 1]",
                reported.seen()));
  }

  @Test
  void aPassWithoutAValueIsNone() {
    Case reported = new Case("test_example_1", State.PASSED, "");

    for (Kind kind : List.of(Kind.RETURNS, Kind.PRINTS)) {
      assertThat(Oracle.judged(reported, expected(LanguageId.PYTHON, kind, "3")).state())
          .isEqualTo(State.FAILED);
    }
    assertThat(Oracle.judged(reported, expected(LanguageId.PYTHON, Kind.RAISES, "")).state())
        .isEqualTo(State.FAILED);
  }

  @Test
  void aTestThatEndedWithAnErrorStaysAsItWasReported() {
    Case reported = new Case("test_example_1", State.ERROR, "ValueError: no");

    assertThat(Oracle.judged(reported, expected(LanguageId.PYTHON, Kind.RETURNS, "3")))
        .isEqualTo(reported);
  }

  @Test
  void theFirstValueOfATestCounts() {
    String lines =
        """
        mark {"test":"t","state":"passed","message":"","seen":{"returned":["whole","1"]}}
        mark {"of":"t","seen":{"returned":["whole","3"]}}
        mark {"end":0}
        """;
    Case reported = Reports.tests(lines, "mark").cases().getFirst();

    assertThat(Oracle.judged(reported, expected(LanguageId.PYTHON, Kind.RETURNS, "3")).state())
        .isEqualTo(State.FAILED);
  }

  @Test
  void anErrorIsKnownByItsClassOrOneAboveIt() {
    Expected wanted = expected(LanguageId.PYTHON, Kind.RAISES, "LookupError");
    String seen = "{\"raised\":[\"builtins.KeyError\",\"builtins.LookupError\"]}";

    assertThat(Oracle.judged(reported("error", seen), wanted).state()).isEqualTo(State.PASSED);
    assertThat(Oracle.judged(reported("error", "{\"raised\":[\"solution.LookupError\"]}"), wanted))
        .extracting(Case::state, Case::message)
        .containsExactly(State.ERROR, "as it was");
  }

  @Test
  void noErrorAtAllIsToldAsPytestDoes() {
    Case judged =
        Oracle.judged(
            reported("passed", "{\"raised\":[]}"),
            expected(LanguageId.PYTHON, Kind.RAISES, "ValueError"));

    assertThat(judged.message())
        .matches(
            "(?s)test_solution_text\\.py:\\d+: with pytest\\.raises\\(ValueError\\):\n"
                + "DID NOT RAISE <class 'ValueError'>");
  }

  @Test
  void blanksAroundPrintedLinesDoNotCount() {
    Expected wanted = expected(LanguageId.JAVASCRIPT, Kind.PRINTS, "a\nb");

    assertThat(Oracle.judged(reported("passed", "{\"printed\":\"a  \\nb\\n\"}"), wanted).state())
        .isEqualTo(State.PASSED);
    assertThat(Oracle.judged(reported("passed", "{\"printed\":\"a\"}"), wanted).state())
        .isEqualTo(State.FAILED);
  }

  private static boolean passes(LanguageId id, String expected, String value) {
    Case reported = reported("passed", "{\"returned\":" + value + ",\"shown\":\"?\"}");
    return Oracle.judged(reported, expected(id, Kind.RETURNS, expected)).state() == State.PASSED;
  }

  /// What the report of a test gives.
  private static Case reported(String state, String seen) {
    String message = state.equals("passed") ? "" : "as it was";
    String line =
        "mark {\"test\":\"test_example_1\",\"state\":\"%s\",\"message\":\"%s\",\"seen\":%s}\n"
            .formatted(state, message, seen);
    return Reports.tests(line, "mark").cases().getFirst();
  }

  private static Expected expected(LanguageId id, Kind kind, String expected) {
    Language language = language(id);
    String path = language.idioms().solutionPath();
    SourceFile tests =
        language
            .exampleTests(
                new TestBrief(
                    path,
                    language.testPath(path, "text"),
                    List.of("f"),
                    List.of(),
                    List.of(new Example(kind, List.of(), "f(1)", expected, ""))))
            .orElseThrow();
    Observation observation = language.observation(tests).orElseThrow();
    return observation.expected().values().iterator().next();
  }

  private static Language language(LanguageId id) {
    return switch (id) {
      case PYTHON -> new Python(UNUSED, Progress.silent());
      case JAVASCRIPT -> new JavaScript(UNUSED);
      case JAVA -> new Java(UNUSED, Progress.silent());
      case GO -> new Go(UNUSED, Progress.silent());
      case RUST -> new Rust(UNUSED, Progress.silent());
      case C -> new C(UNUSED, Progress.silent());
      case CPP -> new Cpp(UNUSED, Progress.silent());
      case TYPESCRIPT -> throw new IllegalArgumentException(id.id());
    };
  }
}
