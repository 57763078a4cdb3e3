package dev.hone.language.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "-12345678901234567890123 | -12345678901234567890123",
        "0.50 | 0.50",
        "'a' | \"a\"",
        "(1, None, True) | [1,null,true]",
        "{'a': [1], \"b\": {}} | {\"a\":[1],\"b\":{}}",
        "{1: 'a'} | [[1,\"a\"]]",
        "vec![\"a\\n\".to_string()] | [\"a\\n\"]"
      })
  void aValueIsWrittenAsJson(String text, String json) {
    assertThat(ValueReader.value(text).flatMap(ValueJson::of))
        .hasValueSatisfying(node -> assertThat(node).hasToString(json));
  }

  @Test
  void aWrapperWithANameHasNoJson() {
    assertThat(ValueReader.value("[Some(1)]").flatMap(ValueJson::of)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-12345678901234567890123",
        "0.5",
        "\"a\\n\u00e9\"",
        "[1,null,true]",
        "{\"a\":[1,[]],\"b\":{}}"
      })
  void jsonIsReadAsItWasWritten(String json) {
    assertThat(ValueJson.read(json).flatMap(ValueJson::of))
        .hasValueSatisfying(node -> assertThat(node).hasToString(json));
  }

  @Test
  void whatIsNoJsonIsNoValue() {
    assertThat(ValueJson.read("[1,")).isEmpty();
  }
}
