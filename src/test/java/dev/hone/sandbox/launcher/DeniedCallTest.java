package dev.hone.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeniedCallTest {
  private static final Pattern DEFINED =
      Pattern.compile("#define\\s+__NR(?:3264)?_(\\w+)\\s+(\\d+)");

  /// Whole and each as often: no line can be taken away, changed or written twice.
  @Test
  void theListIsWhatIsExpected() {
    assertThat(DeniedCall.all().stream().map(ExpectedCall::of).toList())
        .containsExactlyInAnyOrderElementsOf(ExpectedCall.all());
  }

  @ParameterizedTest
  @CsvSource({
    "X86_64, /usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "X86_64, /usr/include/asm/unistd_64.h",
    "AARCH64, /usr/include/asm-generic/unistd.h"
  })
  void numbersAreThoseOfTheKernelsHeaders(Architecture on, Path header) throws IOException {
    assumeThat(header).as("the kernel's headers are not installed there").exists();
    Map<String, Integer> known = numbers(header);
    assertThat(known).hasSizeGreaterThan(250);

    // Calls that are younger than the headers are left out.
    List<DeniedCall> calls =
        DeniedCall.all().stream().filter(call -> known.containsKey(call.name())).toList();

    assertThat(calls).hasSizeGreaterThan(80);
    assertThat(calls)
        .allSatisfy(
            call -> assertThat(call.number(on)).as(call.name()).isEqualTo(known.get(call.name())));
    assertThat(DeniedCall.all())
        .filteredOn(call -> call.number(on) < 0)
        .noneMatch(call -> known.containsKey(call.name()));
    assertThat(SystemCall.values())
        .allSatisfy(
            call -> {
              String name = call.name().toLowerCase(Locale.ROOT);
              assertThat(call.number(on))
                  .as(name)
                  .isEqualTo(known.get(name.equals("prlimit") ? "prlimit64" : name));
            });
  }

  private static Map<String, Integer> numbers(Path header) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    Matcher matcher = DEFINED.matcher(Files.readString(header));
    while (matcher.find()) {
      numbers.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
    }
    return numbers;
  }
}
