package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "1 GiB, 1073741824",
    "1g, 1073741824",
    "1 GB, 1000000000",
    "512m, 536870912",
    "512 MiB, 536870912",
    "1.5 MiB, 1572864",
    "64 KiB, 65536",
    "2kb, 2000",
    "10 B, 10",
    "65536, 65536"
  })
  void sizesAreReadInTheUnitsOfPeople(String text, long bytes) {
    assertThat(Units.bytes("memory", text, "b")).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "much", "-1m", "0", "1 TiB", "1  GiB", "GiB", "0x10", "1e3", "0.1 B"})
  void whatIsNoSizeIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Units.bytes("memory", text, "b"))
        .isInstanceOf(UsageException.class)
        .hasMessage("memory takes a size such as 512m or \"1 GiB\", not '%s'", text);
  }

  @Test
  void aNumberAloneNeedsAUnitWhereNoneIsUnderstood() {
    assertThatThrownBy(() -> Units.bytes("memory", "512", "")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> Units.time("wall", "30", "")).isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "30 s, 30000",
    "500 ms, 500",
    "2 min, 120000",
    "5m, 300000",
    "90s, 90000",
    "1h, 3600000",
    "0.5, 500",
    "24 h, 86400000"
  })
  void timesAreReadInTheUnitsOfPeople(String text, long millis) {
    assertThat(Units.time("wall", text, "s")).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0", "0.1 ms", "25 h", "-1", "1 d", "NaN"})
  void whatIsNoTimeIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Units.time("wall", text, "s"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("wall takes a time such as \"30 s\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "many", "1000001", "64 "})
  void whatIsNoCountIsRefused(String text) {
    assertThatThrownBy(() -> Units.count("processes", text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("processes takes a whole number from 1 to 1000000");
  }

  @Test
  void countsAreWholeNumbers() {
    assertThat(Units.count("processes", "64")).isEqualTo(64);
    assertThat(Units.count("processes", "1000000")).isEqualTo(1_000_000);
  }

  @Test
  void tokensAndDollarsAreNumbersOfTheirRange() {
    assertThat(Units.tokens("tokens", "20000")).isEqualTo(20_000);
    assertThat(Units.dollars("cost", "0.05")).isEqualTo("0.05");
    assertThat(Units.dollars("cost", "0")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "20k", "1000000000001", "99999999999999999999"})
  void whatIsNoNumberOfTokensIsRefused(String text) {
    assertThatThrownBy(() -> Units.tokens("tokens", text))
        .isInstanceOf(UsageException.class)
        .hasMessage("tokens takes a whole number of tokens such as 20000, not '%s'", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "$1", "1,5", "1e3", "1000001", "free", "0.0000000001"})
  void whatIsNoAmountOfMoneyIsRefused(String text) {
    assertThatThrownBy(() -> Units.dollars("cost", text))
        .isInstanceOf(UsageException.class)
        .hasMessage("cost takes an amount of US dollars such as 0.05, not '%s'", text);
  }
}
