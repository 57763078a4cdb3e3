package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PythonObservationTest {
  private static final Python PYTHON = new Python(Path.of("unused"), Progress.silent());
  private static final List<Example> EXAMPLES =
      List.of(
          new Example(Kind.RETURNS, List.of("n = 1"), "add(n, 2)", "1234567", ""),
          new Example(Kind.RAISES, List.of(), "add('a')", "TypeError", ""),
          new Example(Kind.RAISES, List.of(), "add('a')", "OwnError", ""),
          new Example(Kind.PRINTS, List.of(), "greet()", "Hello there\n", ""),
          new Example(Kind.ASSERTS, List.of(), "add(1, 1) == 7654321", "", ""),
          new Example(Kind.RETURNS, List.of(), "add(2, 2)", "2 + 1111111", ""));

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    Observation observation = PYTHON.observation(tests()).orElseThrow();
    String text = observation.file().content();

    assertThat(text.substring(text.indexOf("def test_example_1")))
        .isEqualTo(
            """
            def test_example_1(hone_observed):
                from solution import add

                n = 1
                hone_observed.returned(add(n, 2))


            def test_example_2(hone_observed):
                from solution import add

                with hone_observed.raised():
                    add('a')


            def test_example_3():
                from solution import add, OwnError

                with pytest.raises(OwnError):
                    add('a')


            def test_example_4(capsys, hone_observed):
                from solution import add, greet

                capsys.readouterr()
                greet()
                hone_observed.printed(capsys.readouterr().out)


            def test_example_5():
                from solution import add

                assert add(1, 1) == 7654321


            def test_example_6():
                from solution import add

                _check("add(2, 2)", add(2, 2), 2 + 1111111)
            """);
    assertThat(observation.expected())
        .containsOnlyKeys("test_example_1", "test_example_2", "test_example_4");
  }

  @Test
  void linesKeepTheirPlaces() {
    SourceFile tests = tests();
    SourceFile run = PYTHON.observation(tests).orElseThrow().file();

    assertThat(run.path()).isEqualTo(tests.path());
    assertThat(run.content().split("\n", -1)).hasSameSizeAs(tests.content().split("\n", -1));
  }

  @Test
  void generatedExamplesAndWhatIsLeftOfAFileAreObservedToo() {
    SourceFile rest = PYTHON.withoutTests(tests(), Set.of("test_example_1", "test_example_4"));

    assertThat(PYTHON.observation(PYTHON.asGenerated(rest)).orElseThrow().expected())
        .containsOnlyKeys("test_generated_2");
  }

  @Test
  void testsOfAnybodyElseCheckThemselves() {
    String own =
        "from solution import add\n\n\ndef test_example_1():\n    _check(\"add(1)\", add(1), 1)\n";

    assertThat(PYTHON.observation(new SourceFile("test_own.py", own))).isEmpty();
  }

  private static SourceFile tests() {
    return PYTHON
        .exampleTests(
            new TestBrief(
                "solution.py", "test_solution_text.py", List.of("add"), List.of(), EXAMPLES))
        .orElseThrow();
  }
}
