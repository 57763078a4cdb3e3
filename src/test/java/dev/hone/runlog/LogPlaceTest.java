package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPlaceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/hone",
        "jdbc:postgresql://host:5432/hone",
        "jdbc:postgresql://one:5432,two:5432/hone",
        "jdbc:postgresql://[::1]:5432/hone",
        "jdbc:postgresql://host/",
        "jdbc:postgresql:hone"
      })
  void anAddressOfTheDriverIsTaken(String address) {
    assertThat(new LogPlace.Shared(address).words()).isEqualTo(address);
    assertThat(new LogPlace.Shared(address + "?user=ada&sslmode=require"))
        .hasToString(address)
        .returns(address, LogPlace.Shared::words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/hone?password=sesame",
        "jdbc:postgresql://host/hone?user=ada&PassWord=sesame",
        "jdbc:postgresql://host/hone?p%61ssword=sesame",
        "jdbc:postgresql://host/hone?sslpassword=sesame",
        "jdbc:postgresql://host/hone?%zz=sesame",
        "jdbc:postgresql://ada:sesame@host/hone",
        "postgres://ada:sesame@host/hone"
      })
  void aPasswordIsRefusedAndNotRepeated(String address) {
    assertThatThrownBy(() -> new LogPlace.Shared(address))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("set PGPASSWORD")
        .hasMessageNotContaining("sesame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "runs.db",
        "postgres://host/hone",
        "jdbc:sqlite:runs.db",
        "jdbc:postgresql://host",
        "jdbc:postgresql://host/hone/more",
        "jdbc:postgresql:// /hone"
      })
  void anythingElseIsAnsweredWithAnExample(String address) {
    assertThatThrownBy(() -> new LogPlace.Shared(address))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(
            "at an address such as jdbc:postgresql://host/hone, not '%s'".formatted(address));
  }
}
