package dev.hone.language.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "PYTHON | -3",
        "PYTHON | 0.5",
        "PYTHON | [(1, 'a'), (None,)]",
        "PYTHON | {'a': [True]}",
        "PYTHON | 'it\\'s \"so\"\\n'",
        "JAVASCRIPT | [ 1, 'a', true, null ]",
        "TYPESCRIPT | { a: [ 1 ] }",
        "JAVA | [1, 2]",
        "GO | [\"a \\\"b\\\"\\n\", \"\\\\\"]",
        "RUST | 'x'",
        "C | -0.25",
        "CPP | [[true], []]"
      })
  void aValueIsWrittenAsAnExampleWritesIt(LanguageId language, String text) {
    Value value = ValueReader.value(text, language).orElseThrow();

    assertThat(ValueText.written(value, language)).hasValue(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"JAVA | Point(1)", "GO | nil", "JAVASCRIPT | new Set([1])", "RUST | Some(1)"})
  void whatAnExampleDoesNotWriteOutIsNotWritten(LanguageId language, String text) {
    Value value = ValueReader.value(text, language).orElseThrow();

    assertThat(ValueText.written(value, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PYTHON, nan", "PYTHON, inf", "JAVA, NaN"})
  void aFractionThatNoLanguageWritesOutIsNotWritten(LanguageId language, String text) {
    assertThat(ValueText.written(new Value.Fraction(text), language)).isEqualTo(Optional.empty());
  }
}
