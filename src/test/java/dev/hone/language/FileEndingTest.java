package dev.hone.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileEndingTest {
  @ParameterizedTest
  @CsvSource({
    "a.py, python",
    "lib.d/a.PY, python",
    "a.test.mjs, javascript",
    "a.h, c",
    "a.hpp, cpp",
    "a.txt, ''",
    "lib.py/a, ''",
    "Makefile, ''"
  })
  void theEndingOfTheNameTells(String path, String language) {
    assertThat(FileEnding.of(path).map(LanguageId::id).orElse("")).isEqualTo(language);
  }
}
