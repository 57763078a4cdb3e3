package dev.hone.model.embedded;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Questions whose answer copies most of what they hold, or nothing of it.
final class CopiedCode {
  private CopiedCode() {}

  /// {@return a question for the correction of one function among several, 60 lines in all}
  static String repair() {
    String code =
        IntStream.rangeClosed(1, 12).mapToObj(CopiedCode::function).collect(Collectors.joining("\n"));
    return """
        This is `shop.py`:
        ```python
        %s```

        These tests fail:
        total_7([1, 2]) returned 10, expected 17
        Each function total_N adds N for every item, so total_7 must add 7, not 0.

        Correct it, change nothing else, and reply with one ```python block that holds the whole file, and nothing else.
        """
        .formatted(code.replace("amount += 7", "amount += 0"));
  }

  private static String function(int number) {
    return """
        def total_%1$d(items):
            amount = 0
            for item in items:
                amount += %1$d
            return amount + sum(items)
        """
        .formatted(number);
  }

  /// {@return a question whose answer is no part of it}
  static String nothing() {
    return "Explain in about 200 words, without any code, why bread rises in the oven.";
  }
}
