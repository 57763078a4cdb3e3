package dev.hone.language.go;

import dev.hone.language.Example;
import dev.hone.language.TestBrief;
import dev.hone.language.runner.Scripts;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Call;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes examples of a requirement as tests of package testing. A call whose arguments are plain
/// values is made by reflection, so that the function's own types decide what the values are; any
/// other call stands in the test as it is written.
final class GoExamples {
  private static final Set<String> IMPORTS =
      Set.of("fmt", "io", "math", "os", "reflect", "strings", "testing");
  private static final Set<String> PREDECLARED =
      Set.of(
          "true",
          "false",
          "nil",
          "iota",
          "len",
          "cap",
          "append",
          "make",
          "new",
          "min",
          "max",
          "copy",
          "delete",
          "panic",
          "string",
          "int",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "float32",
          "float64",
          "bool",
          "byte",
          "rune",
          "error",
          "any",
          "complex",
          "complex64",
          "complex128",
          "real",
          "imag",
          "_");
  private static final Pattern EQUATION = Pattern.compile("(?s)(.+?)\\s*===?\\s*(.+)");
  private static final Pattern GENERIC =
      Pattern.compile("(?s)(?:func\\s+)?(\\w+)\\s*\\[\\s*\\w+[^()]*\\]\\s*\\(.*");

  private final TestBrief brief;
  private final String packageName;
  private final GoPackages packages = new GoPackages();
  private final Set<String> generic;

  GoExamples(TestBrief brief, String packageName) {
    this.brief = brief;
    this.packageName = packageName;
    this.generic =
        brief.signatures().stream()
            .map(GENERIC::matcher)
            .filter(Matcher::matches)
            .map(signature -> signature.group(1))
            .collect(Collectors.toSet());
  }

  /// Returns the file's text, or empty where no example can be written. A test is numbered by the
  /// place of its example in the list.
  Optional<String> file() {
    List<String> tests = new ArrayList<>();
    Set<String> imports = new TreeSet<>(IMPORTS);
    for (int i = 0; i < brief.examples().size(); i++) {
      int number = i + 1;
      Example example = brief.examples().get(i);
      Optional<String> body = body(example);
      body.ifPresent(
          text -> {
            tests.add("func TestExample%d(t *testing.T) {\n%s}\n".formatted(number, text));
            imports.addAll(imported(text));
          });
    }
    if (tests.isEmpty()) {
      return Optional.empty();
    }
    String head =
        imports.stream()
            .map(path -> "\t\"" + path + "\"\n")
            .collect(Collectors.joining("", "package " + packageName + "\n\nimport (\n", ")\n\n"));
    String checks = new String(Scripts.resource("go", "examples.go"), StandardCharsets.UTF_8);
    return Optional.of(head + String.join("\n", tests) + "\n" + checks);
  }

  private Optional<String> body(Example example) {
    String call = example.call().strip().replaceFirst("[;.]$", "");
    Optional<String> check =
        switch (example.kind()) {
          case RETURNS -> returns(example, call, example.expected().strip());
          case RAISES -> called(example, call).map(run -> check("HoneFails", call, List.of(run)));
          case PRINTS ->
              called(example, call)
                  .map(
                      run ->
                          check(
                              "HonePrints",
                              call,
                              List.of(GoValues.quoted(example.expected()), run)));
          case ASSERTS -> holds(example, call);
        };
    return check.flatMap(text -> setup(example).map(before -> before + "\t" + text + "\n"));
  }

  private static String check(String function, String call, List<String> arguments) {
    return Stream.concat(Stream.of("t", GoValues.quoted(call)), arguments.stream())
        .collect(Collectors.joining(", ", function + "(", ")"));
  }

  private Optional<String> returns(Example example, String call, String expected) {
    String shown = GoValues.quoted(expected);
    Optional<String> want = want(expected);
    Optional<String> direct =
        want.flatMap(
            value ->
                plainCall(call).map(c -> check("HoneReturns", call, List.of(shown, c, value))));
    Optional<String> written =
        want.flatMap(
            value ->
                nativeCall(example, call)
                    .map(
                        c ->
                            check(
                                "HoneGives",
                                call,
                                List.of(shown, "HoneResults(" + c + ")", value))));
    return direct.or(() -> written).or(() -> compared(example, call, expected));
  }

  private static Optional<String> want(String expected) {
    return written(expected).flatMap(GoValues::untyped);
  }

  /// Returns the value that a requirement writes. Python's way to write a tuple without its
  /// brackets is Go's way to write several results.
  static Optional<Value> written(String expected) {
    return ValueReader.value(expected).or(() -> ValueReader.value("(" + expected + ",)"));
  }

  /// An expected value that only Go itself can read.
  private Optional<String> compared(Example example, String call, String expected) {
    Optional<String> made =
        nativeCall(example, call).or(() -> plainCall(call).map(c -> "HoneCalled(" + c + ")[0]"));
    return made.filter(_ -> isKnown(example, expected))
        .map(
            c ->
                "if got, want := any(%s), any(%s); !reflect.DeepEqual(got, want) {\n"
                        .formatted(c, expected)
                    + "\t\tt.Errorf(%s, got)\n\t}"
                        .formatted(
                            GoValues.quoted(
                                percent(call) + " returned %v, expected " + percent(expected))));
  }

  private static String percent(String text) {
    return text.replace("%", "%%");
  }

  /// Returns a function that makes the call, as the checks take it.
  private Optional<String> called(Example example, String call) {
    return plainCall(call)
        .map(c -> "func() []any { return HoneCalled(" + c + ") }")
        .or(
            () ->
                nativeCall(example, call)
                    .map(
                        c ->
                            example.kind() == Example.Kind.PRINTS
                                ? "func() []any { " + c + "; return nil }"
                                : "func() []any { return HoneResults(" + c + ") }"));
  }

  private Optional<String> holds(Example example, String text) {
    String condition = text.replaceFirst("^assert\\s+", "");
    Matcher equation = EQUATION.matcher(condition);
    if (equation.matches()) {
      String call = equation.group(1);
      String expected = equation.group(2);
      if (ValueReader.call(call).isPresent() && ValueReader.value(expected).isPresent()) {
        return returns(example, call, expected);
      }
    }
    String positive = condition.replaceFirst("^(?:!|not\\s+)\\s*", "");
    if (ValueReader.call(positive).isPresent()) {
      return returns(example, positive, String.valueOf(positive.equals(condition)));
    }
    return Optional.of(condition)
        .filter(c -> isKnown(example, c))
        .map(
            c ->
                "if !(%s) {\n\t\tt.Error(%s)\n\t}"
                    .formatted(c, GoValues.quoted("it does not hold: " + c)));
  }

  /// Returns the function and its arguments, or empty where a value is not plain.
  private Optional<String> plainCall(String call) {
    return ValueReader.call(call)
        .filter(c -> !generic.contains(name(c).orElse("")))
        .flatMap(
            c ->
                name(c)
                    .flatMap(
                        name ->
                            GoValues.untyped(new Value.Sequence(Value.Kind.LIST, c.arguments()))
                                .map(list -> name + ", " + list)));
  }

  /// Returns the call as Go text, or empty where it is not Go.
  private Optional<String> nativeCall(Example example, String call) {
    if (isKnown(example, call)) {
      return Optional.of(call);
    }
    return ValueReader.call(call).flatMap(this::withLiterals);
  }

  private Optional<String> withLiterals(Call call) {
    List<String> arguments = new ArrayList<>();
    for (Value argument : call.arguments()) {
      GoValues.literal(argument).ifPresent(arguments::add);
    }
    return name(call)
        .filter(generic::contains)
        .filter(_ -> arguments.size() == call.arguments().size())
        .map(name -> name + "(" + String.join(", ", arguments) + ")");
  }

  /// Returns the function under test that a call names. A requirement may write it as another
  /// language would.
  private Optional<String> name(Call call) {
    String last = call.name().substring(call.name().lastIndexOf('.') + 1);
    Optional<String> found =
        brief.entryPoints().stream().filter(e -> e.equals(call.name())).findFirst();
    boolean bare = last.equals(call.name()) || call.name().startsWith(packageName + ".");
    if (found.isPresent() || !bare) {
      return found;
    }
    return brief.entryPoints().isEmpty()
        ? Optional.of(last).filter(name -> name.matches("[A-Za-z_]\\w*"))
        : brief.entryPoints().stream().filter(e -> folded(e).equals(folded(last))).findFirst();
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private Optional<String> setup(Example example) {
    StringBuilder text = new StringBuilder();
    for (String statement : example.setup()) {
      SyntaxNode tree = statements(statement);
      if (tree.broken()) {
        return Optional.empty();
      }
      text.append("\t").append(statement.strip()).append('\n');
      declared(tree).forEach(name -> text.append("\t_ = ").append(name).append('\n'));
    }
    return Optional.of(text.toString());
  }

  private static SyntaxNode statements(String text) {
    return GoNames.parse("package p\n\nfunc _() {\n" + text + "\n}\n");
  }

  private static Set<String> declared(SyntaxNode tree) {
    return tree.all()
        .filter(node -> node.is("short_var_declaration", "var_spec"))
        .flatMap(node -> Stream.concat(node.at("left"), node.at("name")))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier") && !node.text().equals("_"))
        .map(SyntaxNode::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// A bare word that nothing defines is prose or a text without its quotes.
  private boolean isKnown(Example example, String expression) {
    SyntaxNode tree = statements("_ = (" + expression + ")");
    boolean one =
        !tree.broken()
            && tree.all().filter(n -> n.is("assignment_statement")).count() == 1
            && tree.all().noneMatch(n -> n.is("comment"));
    Set<String> own =
        example.setup().stream()
            .flatMap(statement -> declared(statements(statement)).stream())
            .collect(Collectors.toSet());
    return one
        && tree.all()
            .filter(node -> node.is("identifier") && !node.field().equals("name"))
            .map(SyntaxNode::text)
            .allMatch(
                name ->
                    PREDECLARED.contains(name)
                        || own.contains(name)
                        || brief.entryPoints().contains(name)
                        || (brief.entryPoints().isEmpty() && expression.contains(name + "("))
                        || packages.path(name).isPresent());
  }

  private List<String> imported(String body) {
    return GoImports.qualifiers(statements(body)).stream()
        .flatMap(name -> packages.path(name).stream())
        .toList();
  }
}
