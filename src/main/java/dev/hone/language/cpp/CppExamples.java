package dev.hone.language.cpp;

import dev.hone.language.Example;
import dev.hone.language.TestBrief;
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

/// Writes examples of a requirement as tests in C++.
final class CppExamples {
  private static final Set<String> EXCEPTIONS =
      Set.of(
          "exception",
          "logic_error",
          "invalid_argument",
          "domain_error",
          "length_error",
          "out_of_range",
          "runtime_error",
          "range_error",
          "overflow_error",
          "underflow_error",
          "bad_alloc",
          "bad_cast",
          "bad_optional_access",
          "bad_variant_access");
  // Names of other languages: which exception is meant in C++, nobody knows.
  private static final String FOREIGN =
      "(?:Value|Type|Index|Key|ZeroDivision|Arithmetic|Attribute|Runtime|Range|Syntax|Assertion)?Error"
          + "|\\w*Exception|error|panic";

  private final TestBrief brief;
  private final String header;
  private final NativeText texts;
  private final List<Signature> signatures;

  CppExamples(TSLanguage grammar, TestBrief brief, String header) {
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
      int number = i + 1;
      Example example = brief.examples().get(i);
      if (texts.areStatements(example.setup())) {
        body(example).ifPresent(body -> tests.add(test(number, example, body)));
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "#include \"%s\"\n\n#include \"hone_test.hpp\"\n\n%s"
                .formatted(header, String.join("\n", tests)));
  }

  private static String test(int number, Example example, String body) {
    String setup =
        example.setup().stream().map(s -> s.strip() + "\n").collect(Collectors.joining());
    return "static void test_example_%d() {\n%s}\n".formatted(number, (setup + body).indent(2));
  }

  private Optional<String> body(Example example) {
    String call = expression(example.call());
    return switch (example.kind()) {
      case RETURNS -> returns(example, call);
      case RAISES ->
          written(example, call).map(text -> raises(example.expected().strip(), call, text));
      case PRINTS ->
          written(example, call)
              .map(
                  text ->
                      "hone::check_prints(__FILE__, __LINE__, %s, %s, [&] { static_cast<void>(%s); });\n"
                          .formatted(shown(call), NativeText.quoted(example.expected()), text));
      case ASSERTS -> {
        String condition = call.replaceFirst("(?s)^assert\\s*\\((.*)\\)$", "$1");
        yield texts.isExpression(condition, known(example))
            ? Optional.of("CHECK(" + condition + ");\n")
            : Optional.empty();
      }
    };
  }

  private Optional<String> returns(Example example, String call) {
    Optional<Signature> signature = ValueReader.call(call).flatMap(c -> signature(c.name()));
    if (signature.isPresent() && signature.get().returned().equals("void")) {
      return changes(example, call, signature.get());
    }
    Optional<String> text = written(example, call);
    Optional<String> value =
        ValueReader.value(expression(example.expected())).flatMap(CppValues::json);
    if (text.isPresent() && value.isPresent()) {
      return Optional.of(
          "hone::check_returns(__FILE__, __LINE__, %s, %s, %s);\n"
              .formatted(shown(call), text.get(), value.get()));
    }
    String expected = expression(example.expected());
    return text.isPresent() && texts.isExpression(expected, known(example))
        ? Optional.of("CHECK_EQ(%s, %s);\n".formatted(text.get(), expected))
        : Optional.empty();
  }

  /// A function that returns nothing shows its work in the one argument that it can change.
  private Optional<String> changes(Example example, String call, Signature signature) {
    Optional<Call> read = ValueReader.call(call);
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      if (signature.parameters().get(i).isChangeable()) {
        changed.add(i);
      }
    }
    Optional<String> expected =
        ValueReader.value(expression(example.expected())).flatMap(CppValues::json);
    if (changed.size() != 1
        || expected.isEmpty()
        || read.isEmpty()
        || read.get().arguments().size() != signature.parameters().size()
        || signature.parameters().get(changed.getFirst()).isPointer()) {
      return Optional.empty();
    }
    Optional<String> argument = CppValues.json(read.get().arguments().get(changed.getFirst()));
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      Value value = read.get().arguments().get(i);
      Optional<String> one =
          i == changed.getFirst()
              ? Optional.of("changed")
              : CppValues.argument(value, signature.parameters().get(i));
      one.ifPresent(arguments::add);
    }
    return argument.isPresent() && arguments.size() == signature.parameters().size()
        ? Optional.of(
            "const hone::Literal changed(%s);\n%s(%s);\nhone::check_changes(__FILE__, __LINE__, %s, changed, %s);\n"
                .formatted(
                    argument.get(),
                    read.get().name(),
                    String.join(", ", arguments),
                    shown(call),
                    expected.get()))
        : Optional.empty();
  }

  /// Returns the call in C++: by its values where they can be read, else as it stands.
  private Optional<String> written(Example example, String call) {
    Optional<Call> read = ValueReader.call(call).filter(c -> c.name().matches("\\w+(?:::\\w+)*"));
    Optional<String> byValues = read.flatMap(this::byValues);
    if (byValues.isPresent()) {
      return byValues;
    }
    return texts.isExpression(call, known(example)) ? Optional.of(call) : Optional.empty();
  }

  private Optional<String> byValues(Call call) {
    Optional<Signature> signature = signature(call.name());
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value value = call.arguments().get(i);
      Optional<String> argument;
      if (signature.isPresent() && signature.get().isTemplate()) {
        argument = CppValues.typed(value);
      } else if (signature.isPresent() && i < signature.get().parameters().size()) {
        argument = CppValues.argument(value, signature.get().parameters().get(i));
      } else {
        argument = CppValues.argument(value);
      }
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(argument.get());
    }
    return Optional.of(call.name() + "(" + String.join(", ", arguments) + ")");
  }

  private static String raises(String expected, String call, String text) {
    String name = expected.replaceFirst("^std::", "");
    String run = "[&] { static_cast<void>(%s); }".formatted(text);
    String shown = shown(call);
    if (EXCEPTIONS.contains(name)) {
      return "hone::check_throws_as<std::%s>(__FILE__, __LINE__, %s, \"std::%s\", %s);\n"
          .formatted(name, shown, name, run);
    }
    boolean unknown = name.isEmpty() || name.matches(FOREIGN) || !name.matches("\\w+(?:::\\w+)*");
    return unknown
        ? "hone::check_throws(__FILE__, __LINE__, %s, %s);\n".formatted(shown, run)
        : "hone::check_throws_named(__FILE__, __LINE__, %s, \"%s\", %s);\n"
            .formatted(shown, name.substring(name.lastIndexOf(':') + 1), run);
  }

  private Set<String> known(Example example) {
    Set<String> known = new HashSet<>(brief.entryPoints());
    known.addAll(texts.declared(example.setup()));
    return known;
  }

  private Optional<Signature> signature(String name) {
    String bare = name.substring(name.lastIndexOf(':') + 1);
    return signatures.stream().filter(s -> s.name().equals(bare)).findFirst();
  }

  private static String shown(String call) {
    return NativeText.quoted(call.length() > 120 ? call.substring(0, 117) + "..." : call);
  }

  private static String expression(String text) {
    return text.strip().replaceFirst(";$", "").strip();
  }
}
