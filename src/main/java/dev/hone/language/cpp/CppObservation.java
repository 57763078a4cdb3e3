package dev.hone.language.cpp;

import dev.hone.language.Expected;
import dev.hone.language.gcc.NativeEquality;
import dev.hone.language.gcc.NativeObservation.Taken;
import dev.hone.language.gcc.NativeText;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.ValueJson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The checks that {@link CppExamples} writes, and the same without what they expect.
final class CppObservation {
  private static final String TEXT = "(\"(?:[^\"\\\\]|\\\\.)*\")";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?s)hone::check_(returns|changes)\\(__FILE__, __LINE__, %1$s, (.+), %1$s\\);"
              .formatted(TEXT));
  private static final Pattern THROWS =
      Pattern.compile(
          "(?s)hone::check_throws(?:_as<[\\w:]+>|_named)?\\(__FILE__, __LINE__, %1$s, (?:%1$s, )?(\\[&] \\{.+})\\);"
              .formatted(TEXT));
  private static final Pattern PRINTS =
      Pattern.compile(
          "(?s)hone::check_prints\\(__FILE__, __LINE__, %1$s, %1$s, (\\[&] \\{.+})\\);"
              .formatted(TEXT));

  private CppObservation() {}

  static Optional<Taken> taken(List<SyntaxNode> body, String at) {
    String check = body.getLast().text();
    Matcher value = VALUE.matcher(check);
    Matcher throwing = THROWS.matcher(check);
    Matcher printing = PRINTS.matcher(check);
    if (value.matches()) {
      return value(value, at);
    }
    if (throwing.matches()) {
      return NativeText.unquoted(throwing.group(1)).map(call -> throwing(throwing, at + call));
    }
    return printing.matches()
        ? NativeText.unquoted(printing.group(1)).flatMap(call -> printing(printing, at + call))
        : Optional.empty();
  }

  private static Optional<Taken> value(Matcher check, String at) {
    boolean changes = check.group(1).equals("changes");
    String text =
        "hone::observe_%s(%s);".formatted(changes ? "changed" : "returned", check.group(3));
    return NativeText.unquoted(check.group(2))
        .flatMap(
            call ->
                NativeText.unquoted(check.group(4))
                    .flatMap(
                        json ->
                            ValueJson.read(json)
                                .map(
                                    value ->
                                        new Taken(
                                            new Expected.Returns(
                                                at + call,
                                                value,
                                                CppValues.shown(value),
                                                new NativeEquality(false)),
                                            1,
                                            text))));
  }

  /// `*` stands for any exception.
  private static Taken throwing(Matcher check, String call) {
    Optional<String> name = Optional.ofNullable(check.group(2)).flatMap(NativeText::unquoted);
    return new Taken(
        new Expected.Raises(
            name.orElse("*"), call + " threw ", ", expected " + name.orElse("an exception")),
        1,
        "hone::observe_thrown(%s);".formatted(check.group(3)));
  }

  private static Optional<Taken> printing(Matcher check, String call) {
    return NativeText.unquoted(check.group(2))
        .map(
            text ->
                new Taken(
                    new Expected.Prints(call, text, '"' + text + '"'),
                    1,
                    "hone::observe_printed(%s);".formatted(check.group(3))));
  }
}
