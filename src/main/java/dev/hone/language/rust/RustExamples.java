package dev.hone.language.rust;

import dev.hone.language.Example;
import dev.hone.language.TestBrief;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Call;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes examples of a requirement as Rust tests. Where the requirement gives the types, the
/// values are written as expressions of these types; else the compiler deduces them from the
/// function under test, by the module `examples`.
final class RustExamples {
  private static final List<String> IMPORTS =
      List.of(
          "std::collections::BTreeMap",
          "std::collections::BTreeSet",
          "std::collections::BinaryHeap",
          "std::collections::HashMap",
          "std::collections::HashSet",
          "std::collections::LinkedList",
          "std::collections::VecDeque",
          "std::rc::Rc",
          "std::sync::Arc");

  private final TestBrief brief;
  private final String module;
  private final List<RustSignature> signatures;

  /// Makes a writer.
  ///
  /// @param brief what is tested by which examples
  /// @param module what the tests import
  RustExamples(TestBrief brief, String module) {
    this.brief = brief;
    this.module = module;
    this.signatures =
        brief.signatures().stream().flatMap(text -> RustSignature.read(text).stream()).toList();
  }

  /// Returns the file's text, or empty where no example can be written.
  Optional<String> file() {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < brief.examples().size(); i++) {
      String name = "test_example_" + (i + 1);
      body(brief.examples().get(i)).ifPresent(body -> tests.add(test(name, body)));
    }
    return tests.isEmpty() ? Optional.empty() : Optional.of(head(tests) + String.join("\n", tests));
  }

  private String head(List<String> tests) {
    String text = String.join("\n", tests);
    StringBuilder head = new StringBuilder("use " + module + "::*;\n\n");
    List<String> used =
        Stream.of("given(", "returns!(", "fails!(")
            .filter(text::contains)
            .map(word -> word.replaceAll("\\W", ""))
            .toList();
    if (!used.isEmpty()) {
      head.append(resource("examples.rs"));
      head.append("\n#[allow(unused_imports)]\nuse examples::{fails, given, returns};\n\n");
    }
    if (text.contains("printing::")) {
      head.append(resource("printed.rs")).append('\n');
    }
    return head.toString();
  }

  private String test(String name, String body) {
    String imports =
        IMPORTS.stream()
            .filter(path -> !brief.entryPoints().contains(path.replaceFirst(".*::", "")))
            .filter(path -> body.matches("(?s).*\\b" + path.replaceFirst(".*::", "") + "\\b.*"))
            .map(path -> "use " + path + ";\n")
            .collect(Collectors.joining());
    return "#[test]\nfn " + name + "() {\n" + (imports + body).indent(4) + "}\n";
  }

  private Optional<String> body(Example example) {
    Set<String> known = new HashSet<>(brief.entryPoints());
    known.addAll(RustText.declared(example.setup()));
    if (!RustText.areStatements(example.setup(), known)) {
      return Optional.empty();
    }
    String setup = String.join("\n", RustText.ended(example.setup()));
    return check(example, known).map(check -> setup.isEmpty() ? check : setup + "\n" + check);
  }

  private Optional<String> check(Example example, Set<String> known) {
    return switch (example.kind()) {
      case RETURNS -> call(example.call(), known).flatMap(call -> returns(call, example, known));
      case RAISES -> call(example.call(), known).map(call -> fails(call, example.expected()));
      case PRINTS ->
          call(example.call(), known)
              .map(
                  call ->
                      "let printed = printing::printed(|| %s);\nassert_eq!(printed, printing::lines(%s));"
                          .formatted(call.text(), quoted(example.expected())));
      case ASSERTS -> holds(example, known);
    };
  }

  /// A call as it stands in the test, the function's signature where that is known.
  private record Written(String text, List<RustSignature> signature) {
    List<SyntaxNode> result() {
      return signature.stream().flatMap(one -> one.result().stream()).toList();
    }
  }

  private Optional<Written> call(String text, Set<String> known) {
    String bare = text.strip().replaceFirst(";$", "");
    Optional<Call> call = ValueReader.call(bare).filter(one -> !one.name().contains("."));
    Optional<Written> written = call.flatMap(this::written);
    boolean own = call.isEmpty() || call.get().arguments().stream().anyMatch(RustExamples::isOwn);
    return written.isPresent() || !own
        ? written
        : Optional.of(new Written(bare, List.of()))
            .filter(one -> RustText.isExpression(one.text(), known));
  }

  private Optional<Written> written(Call call) {
    List<RustSignature> signature =
        signatures.stream().filter(one -> one.name().equals(call.name())).limit(1).toList();
    List<Optional<String>> arguments =
        IntStream.range(0, call.arguments().size())
            .mapToObj(i -> argument(call, signature, i))
            .toList();
    return arguments.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new Written(
                arguments.stream()
                    .map(Optional::orElseThrow)
                    .collect(Collectors.joining(", ", call.name() + "(", ")")),
                signature))
        : Optional.empty();
  }

  private static Optional<String> argument(Call call, List<RustSignature> signature, int place) {
    Value value = call.arguments().get(place);
    if (signature.isEmpty()) {
      return ExampleValues.text(value).map(text -> "given(" + quoted(text) + ")");
    }
    RustSignature known = signature.getFirst();
    return known.parameters().size() == call.arguments().size()
        ? new RustLiterals(known.generic()).of(value, known.parameters().get(place))
        : Optional.empty();
  }

  /// Whether a value is of a type of the solution's own.
  private static boolean isOwn(Value value) {
    return switch (value) {
      case Value.Wrapped(var name, var inner) ->
          !Set.of("Some", "Ok", "Err").contains(name)
              || inner.stream().anyMatch(RustExamples::isOwn);
      case Value.Sequence(_, var items) -> items.stream().anyMatch(RustExamples::isOwn);
      case Value.Mapping(var entries) -> entries.stream().anyMatch(one -> isOwn(one.value()));
      case Value _ -> false;
    };
  }

  private Optional<String> returns(Written call, Example example, Set<String> known) {
    String text = example.expected().strip().replaceFirst(";$", "");
    Optional<Value> expected = ValueReader.value(text).filter(value -> !isOwn(value));
    if (expected.isEmpty()) {
      return Optional.of("assert_eq!(%s, %s);".formatted(call.text(), text))
          .filter(_ -> RustText.isExpression(text, known));
    }
    return typed(call, expected.get())
        .or(
            () ->
                ExampleValues.text(expected.get())
                    .map(
                        value ->
                            "returns!(%s, %s, %s);"
                                .formatted(
                                    quoted(example.call().strip()), call.text(), quoted(value))));
  }

  /// Compares with a value of the type that the signature gives.
  private static Optional<String> typed(Written call, Value expected) {
    List<SyntaxNode> result = call.result();
    if (result.isEmpty() || !call.signature().getFirst().hasPlainResult()) {
      return Optional.empty();
    }
    SyntaxNode type = result.getFirst();
    boolean fraction = ExampleValues.text(expected).orElse("").matches(".*\\d[.eE].*");
    if (fraction && type.all().anyMatch(node -> node.text().matches("f32|f64"))) {
      return type.text().matches("f32|f64") ? close(call, type.text(), expected) : Optional.empty();
    }
    return new RustLiterals(Set.of())
        .of(expected, type)
        .map(
            literal ->
                "let expected: %s = %s;\nassert_eq!(%s, expected);"
                    .formatted(type.text(), literal, call.text()))
        .or(() -> success(call, type, expected));
  }

  private static Optional<String> close(Written call, String type, Value expected) {
    String tolerance = type.equals("f32") ? "1e-5" : "1e-6";
    return RustLiterals.fraction(expected)
        .map(
            literal ->
                """
                let actual: %1$s = %2$s;
                let expected: %1$s = %3$s;
                assert!((actual - expected).abs() <= %4$s * expected.abs(), "{actual} is not {expected}");"""
                    .formatted(type, call.text(), literal, tolerance));
  }

  /// Of a result whose error is a type of the solution's own, the value alone is compared.
  private static Optional<String> success(Written call, SyntaxNode type, Value expected) {
    boolean error = expected instanceof Value.Wrapped(var name, _) && name.equals("Err");
    List<SyntaxNode> arguments =
        type.at("type_arguments").flatMap(list -> list.parts().stream()).toList();
    if (error || !type.textAt("type").matches("(?:.*::)?Result") || arguments.isEmpty()) {
      return Optional.empty();
    }
    Value inner =
        expected instanceof Value.Wrapped(var name, var items)
                && name.equals("Ok")
                && items.size() == 1
            ? items.getFirst()
            : expected;
    return new RustLiterals(Set.of())
        .of(inner, arguments.getFirst())
        .map(
            literal ->
                "let expected: Option<%s> = Some(%s);\nassert_eq!(%s.ok(), expected);"
                    .formatted(arguments.getFirst().text(), literal, call.text()));
  }

  private static String fails(Written call, String expected) {
    boolean panic = expected.strip().equals("panic");
    String type = call.result().stream().map(SyntaxNode::text).findFirst().orElse("");
    if (!panic && type.matches("(?s)(?:\\w+::)*Result\\b.*")) {
      return "assert!(%s.is_err());".formatted(call.text());
    }
    if (!panic && type.startsWith("Option<")) {
      return "assert!(%s.is_none());".formatted(call.text());
    }
    return "fails!(%s, %s, %s);".formatted(quoted(call.text()), call.text(), panic);
  }

  private Optional<String> holds(Example example, Set<String> known) {
    String text = example.call().strip().replaceFirst(";$", "");
    int equals = text.indexOf("==");
    if (equals > 0 && ValueReader.value(text.substring(equals + 2)).isPresent()) {
      Optional<Written> call = call(text.substring(0, equals), known);
      if (call.isPresent()) {
        Example same =
            new Example(
                Example.Kind.RETURNS,
                example.setup(),
                text.substring(0, equals),
                text.substring(equals + 2),
                example.source());
        return returns(call.get(), same, known);
      }
    }
    return Optional.of(text.startsWith("assert") ? text + ";" : "assert!(" + text + ");")
        .filter(_ -> RustText.isExpression(text, known));
  }

  private static String resource(String name) {
    return new String(Scripts.resource("rust", name), StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return RustLiterals.quoted(text, '"');
  }
}
