package dev.hone.model.embedded;

import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Questions whose answer copies most of what they hold, or nothing of it.
final class CopiedCode {
  private CopiedCode() {}

  /// {@return a request for the correction of one function among several, 60 lines in all; the
  /// reply is begun, so that it is the whole file}
  static Request repair(int mostTokens) {
    return new Request(
        List.of(
            new Message(Role.USER, question()),
            new Message(Role.ASSISTANT, "```python\ndef total_1(items):\n    amount = 0\n")),
        Sampling.greedy(mostTokens),
        List.of());
  }

  private static String question() {
    String code =
        IntStream.rangeClosed(1, 12)
            .mapToObj(CopiedCode::function)
            .collect(Collectors.joining("\n"));
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

  /// {@return a request whose reply is no part of it}
  static Request nothing(int mostTokens) {
    return new Request(
        List.of(
            new Message(
                Role.USER,
                "Explain in about 200 words, without any code, why bread rises in the oven.")),
        Sampling.greedy(mostTokens),
        List.of());
  }
}
