package dev.hone.language.c;

import dev.hone.language.Example;
import dev.hone.language.TestBrief;
import dev.hone.language.c.CCall.Changed;
import dev.hone.language.c.CValues.Kind;
import dev.hone.language.gcc.NativeText;
import dev.hone.language.gcc.Signature;
import dev.hone.language.values.Call;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.treesitter.TSLanguage;

/// Writes examples of a requirement as tests in C: by the types of the signature where there is
/// one, by the kinds of the values else. What is not certain is left out.
final class CExamples {
  private final TestBrief brief;
  private final String header;
  private final NativeText texts;
  private final List<Signature> signatures;

  CExamples(TSLanguage grammar, TestBrief brief, String header) {
    this.brief = brief;
    this.header = header;
    this.texts = new NativeText(grammar);
    this.signatures =
        brief.signatures().stream().flatMap(s -> Signature.read(grammar, s).stream()).toList();
  }

  /// Returns the file's text, or empty where no example can be written.
  Optional<String> file() {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < brief.examples().size(); i++) {
      Example example = brief.examples().get(i);
      if (texts.areStatements(example.setup())) {
        test(i + 1, example).ifPresent(tests::add);
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "#include \"%s\"\n\n#include \"hone_test.h\"\n\n%s"
                .formatted(header, String.join("\n", tests)));
  }

  private Optional<String> test(int number, Example example) {
    String call = expression(example.call());
    Optional<Call> read = ValueReader.call(call);
    Optional<Signature> signature = read.flatMap(c -> signature(c.name()));
    Optional<CCall> written = signature.flatMap(s -> CCall.of(read.orElseThrow(), s));
    return switch (example.kind()) {
      case RETURNS ->
          (written.isPresent()
                  ? typed(example, written.get(), signature.orElseThrow())
                  : signature.isPresent() && read.isPresent()
                      ? Optional.<String>empty()
                      : untyped(example, call, read))
              .map(body -> function("test", number, "void", example, body));
      case PRINTS -> prints(number, example, call, written);
      case ASSERTS -> {
        String condition = call.replaceFirst("(?s)^assert\\s*\\((.*)\\)$", "$1");
        yield texts.isExpression(condition, known(example))
            ? Optional.of(function("test", number, "void", example, "CHECK(" + condition + ");\n"))
            : Optional.empty();
      }
      // C has no errors to raise.
      case RAISES -> Optional.empty();
    };
  }

  private static String function(
      String prefix, int number, String parameter, Example example, String body) {
    String setup =
        example.setup().stream().map(s -> s.strip() + "\n").collect(Collectors.joining());
    return "static void %s_example_%d(%s) {\n%s}\n"
        .formatted(prefix, number, parameter, (setup + body).indent(2));
  }

  private Optional<String> typed(Example example, CCall call, Signature signature) {
    Optional<Value> expected = ValueReader.value(expression(example.expected()));
    if (expected.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = CValues.kind(signature.returned());
    String shown = shown(example.call());
    return switch (kind) {
      case NOTHING -> changes(expected.get(), call, shown);
      case ARRAY -> array(expected.get(), call, signature, shown);
      // Any number but 0 is true.
      case WHOLE ->
          expected.get() instanceof Value.Truth(var truth)
              ? Optional.of(equal(call, shown, "!!" + call.text(), truth ? "1" : "0"))
              : CValues.of(expected.get(), kind).map(e -> equal(call, shown, call.text(), e));
      case LETTER, TRUTH, REAL, TEXT ->
          CValues.of(expected.get(), kind).map(e -> equal(call, shown, call.text(), e));
      case OTHER ->
          expected.get() instanceof Value.Nothing && signature.returned().endsWith("*")
              ? Optional.of(equal(call, shown, call.text(), "NULL"))
              : Optional.empty();
    };
  }

  private static String equal(CCall call, String shown, String actual, String expected) {
    return call.declarations() + equal(shown, actual, expected);
  }

  private static String equal(String shown, String actual, String expected) {
    return "hone_check_equal(__FILE__, __LINE__, %s, HONE_VALUE(%s), HONE_VALUE(%s));\n"
        .formatted(shown, actual, expected);
  }

  /// A function that returns nothing shows its work in the one argument that it can change.
  private static Optional<String> changes(Value expected, CCall call, String shown) {
    if (call.changed().size() != 1) {
      return Optional.empty();
    }
    Changed changed = call.changed().getFirst();
    String done = call.declarations() + call.text() + ";\n";
    if (changed.length() < 0) {
      return CValues.of(expected, Kind.TEXT).map(e -> done + equal(shown, changed.name(), e));
    }
    return CValues.items(expected, CValues.item(changed.type()))
        .filter(items -> items.size() == changed.length())
        .map(items -> done + sameItems(changed.name(), changed.type(), items));
  }

  private static Optional<String> array(
      Value expected, CCall call, Signature signature, String shown) {
    if (expected instanceof Value.Nothing) {
      return Optional.of(equal(call, shown, call.text(), "NULL"));
    }
    Optional<List<String>> items = CValues.items(expected, CValues.item(signature.returned()));
    // Without a length nobody knows how far the result may be read.
    boolean known = !call.returnedLength().isEmpty();
    boolean same =
        items.isPresent()
            && call.lengths().contains(items.get().size())
            && call.lengths().size() == 1;
    if (items.isEmpty() || (!known && !same)) {
      return Optional.empty();
    }
    String length =
        known
            ? equal(
                NativeText.quoted("the length of what the call"),
                call.returnedLength(),
                String.valueOf(items.get().size()))
            : "";
    return Optional.of(
        call.declarations()
            + "%s result = %s;\n".formatted(signature.returned(), call.text())
            + length
            + sameItems("result", signature.returned(), items.get()));
  }

  private static String sameItems(String actual, String type, List<String> items) {
    if (items.isEmpty()) {
      return "";
    }
    return "%s expected[] = {%s};\nCHECK_ARRAY_EQ(%s, expected, %d);\n"
        .formatted(
            CValues.item(type).replaceAll("\\bconst\\b\\s*", ""),
            String.join(", ", items),
            actual,
            items.size());
  }

  private Optional<String> untyped(Example example, String call, Optional<Call> read) {
    Optional<String> text =
        read.flatMap(CExamples::byKinds)
            .or(
                () ->
                    texts.isExpression(call, known(example))
                        ? Optional.of(call)
                        : Optional.empty());
    Optional<Value> expected = ValueReader.value(expression(example.expected()));
    if (text.isEmpty() || expected.isEmpty()) {
      return Optional.empty();
    }
    String shown = shown(example.call());
    return expected.get() instanceof Value.Truth(var truth)
        ? Optional.of(equal(shown, "!!" + text.get(), truth ? "1" : "0"))
        : CValues.of(expected.get()).map(e -> equal(shown, text.get(), e));
  }

  private static Optional<String> byKinds(Call call) {
    List<String> arguments = new ArrayList<>();
    for (Value value : call.arguments()) {
      Optional<String> text = CValues.of(value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(text.get());
    }
    return call.name().matches("\\w+")
        ? Optional.of(call.name() + "(" + String.join(", ", arguments) + ")")
        : Optional.empty();
  }

  private Optional<String> prints(
      int number, Example example, String call, Optional<CCall> written) {
    Optional<String> body =
        written
            .map(c -> c.declarations() + c.text() + ";\n")
            .or(
                () ->
                    texts.isExpression(call, known(example))
                        ? Optional.of(call + ";\n")
                        : Optional.empty());
    String check =
        """
        char *printed = hone_printed(run_example_%d, 0);
        hone_check_printed(__FILE__, __LINE__, %s, printed, %s);
        """
            .formatted(number, shown(call), NativeText.quoted(example.expected()));
    Example bare =
        new Example(
            example.kind(), List.of(), example.call(), example.expected(), example.source());
    return body.map(
        b ->
            function("run", number, "void *unused", example, "(void)unused;\n" + b)
                + function("test", number, "void", bare, check));
  }

  private Set<String> known(Example example) {
    Set<String> known = new HashSet<>(brief.entryPoints());
    known.addAll(texts.declared(example.setup()));
    return known;
  }

  private Optional<Signature> signature(String name) {
    return signatures.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  private static String shown(String call) {
    String text = expression(call);
    return NativeText.quoted(text.length() > 120 ? text.substring(0, 117) + "..." : text);
  }

  private static String expression(String text) {
    return text.strip().replaceFirst(";$", "").strip();
  }
}
