package dev.hone.language.c;

import dev.hone.language.Expected;
import dev.hone.language.gcc.NativeEquality;
import dev.hone.language.gcc.NativeObservation.Taken;
import dev.hone.language.gcc.NativeText;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The checks that {@link CExamples} writes, and the same without what they expect.
final class CObservation {
  private static final String TEXT = "(\"(?:[^\"\\\\]|\\\\.)*\")";
  private static final String LENGTH = NativeText.quoted("the length of what the call");
  private static final Pattern EQUAL =
      Pattern.compile(
          "(?s)hone_check_equal\\(__FILE__, __LINE__, %s, HONE_VALUE\\((.+)\\), HONE_VALUE\\((.+?)\\)\\);"
              .formatted(TEXT));
  private static final Pattern ARRAY =
      Pattern.compile("CHECK_ARRAY_EQ\\((\\w+), expected, (\\d+)\\);");
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?s)hone_check_printed\\(__FILE__, __LINE__, %1$s, printed, %1$s\\);".formatted(TEXT));

  private CObservation() {}

  static Optional<Taken> taken(List<SyntaxNode> body, String at) {
    String check = body.getLast().text();
    Matcher equal = EQUAL.matcher(check);
    Matcher array = ARRAY.matcher(check);
    Matcher printed = PRINTED.matcher(check);
    if (equal.matches()) {
      return equal(equal, at);
    }
    if (array.matches() && body.size() >= 2) {
      return array(array, body, at);
    }
    return printed.matches() ? printed(printed, at) : Optional.empty();
  }

  private static Optional<Taken> equal(Matcher check, String at) {
    String literal = check.group(3);
    return NativeText.unquoted(check.group(1))
        .flatMap(
            call ->
                CValues.read(literal)
                    .map(
                        value ->
                            new Taken(
                                returns(at + call, value, literal),
                                1,
                                "hone_observe(HONE_VALUE(%s));".formatted(check.group(2)))));
  }

  /// `int expected[] = {1, 2};` before it, and before that perhaps the check of the length.
  private static Optional<Taken> array(Matcher check, List<SyntaxNode> body, String at) {
    SyntaxNode declaration = body.get(body.size() - 2);
    List<SyntaxNode> items =
        declaration.all().filter(node -> node.is("initializer_list")).limit(1).toList();
    if (!declaration.is("declaration") || items.isEmpty()) {
      return Optional.empty();
    }
    List<Value> values = new ArrayList<>();
    for (SyntaxNode item : items.getFirst().parts()) {
      CValues.read(item.text()).ifPresent(values::add);
    }
    if (values.size() != items.getFirst().parts().size()
        || values.size() != Integer.parseInt(check.group(2))) {
      return Optional.empty();
    }
    Value value = new Value.Sequence(Value.Kind.LIST, values);
    String before = body.size() < 3 ? "" : body.get(body.size() - 3).text();
    boolean counted = before.startsWith("hone_check_equal(__FILE__, __LINE__, " + LENGTH);
    return Optional.of(
        new Taken(
            returns(at + check.group(1), value, items.getFirst().text()),
            counted ? 3 : 2,
            "HONE_OBSERVE_ARRAY(%s, %s);"
                .formatted(check.group(1), counted ? "returned_length" : check.group(2))));
  }

  private static Optional<Taken> printed(Matcher check, String at) {
    return NativeText.unquoted(check.group(1))
        .flatMap(
            call ->
                NativeText.unquoted(check.group(2))
                    .map(
                        text ->
                            new Taken(
                                new Expected.Prints(at + call, text, '"' + text + '"'),
                                1,
                                "hone_observe_printed(printed);")));
  }

  private static Expected returns(String call, Value value, String shown) {
    return new Expected.Returns(call, value, shown, new NativeEquality(true));
  }
}
