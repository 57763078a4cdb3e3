package dev.hone.scan;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.Path;
import dev.hone.scan.Value.Named;
import dev.hone.scan.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One macro of C: its parameters and the text that stands for it.
///
/// @param parameters the names of the parameters, none for a macro without
/// @param body the text, where `##` joins what is beside it
record Macro(List<String> parameters, String body) {
  /// Begins the name that a macro is bound to; no name of C begins so.
  private static final String MARK = "#define ";

  // possessive: a long text must not exhaust the stack
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'");
  private static final Pattern JOINS = Pattern.compile("\\s*##\\s*");
  // what follows a dot or an arrow is a member
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.]|->)(?:::)?[A-Za-z_]\\w*+(?:\\s*+::\\s*+[A-Za-z_]\\w*+)*+");

  /// Copies the list.
  Macro {
    parameters = List.copyOf(parameters);
  }

  /// {@return the macro that a directive defines}
  static Macro of(SyntaxNode directive) {
    List<String> parameters =
        directive
            .at("parameters")
            .flatMap(list -> list.children().stream())
            .map(SyntaxNode::text)
            .toList();
    return new Macro(parameters, directive.textAt("value").replaceAll("\\\\\\r?\\n", " "));
  }

  /// {@return the names in the body that are no parameters}
  List<Path> mentioned() {
    return names(body, Set.copyOf(parameters));
  }

  private static List<Path> names(String body, Set<String> own) {
    String code = QUOTED.matcher(body).replaceAll("\"\"").replaceFirst("//.*", "");
    String plain = JOINS.matcher(code).replaceAll("");
    List<Path> names = new ArrayList<>();
    Matcher name = NAME.matcher(plain);
    while (name.find()) {
      List<String> parts = C.parts(name.group());
      if (!parts.isEmpty() && !own.contains(parts.getFirst())) {
        names.add(new Path(parts));
      }
    }
    return names;
  }

  /// {@return what its name is bound to, so that a call can be read}
  Named value() {
    return new Named(MARK + String.join(",", parameters) + "=" + body);
  }

  /// {@return the macro that a name is bound to, or empty where it is bound to none}
  static Optional<Macro> read(String path) {
    int end = path.indexOf('=');
    if (!path.startsWith(MARK) || end < 0) {
      return Optional.empty();
    }
    List<String> parameters = List.of(path.substring(MARK.length(), end).split(",", -1));
    return Optional.of(new Macro(parameters, path.substring(end + 1)));
  }

  /// {@return the names that a call puts together from its arguments; none where it joins nothing}
  List<Path> pasted(Dialect.CallSite site) {
    return JOINS.matcher(body).find() ? names(called(site), Set.of()) : List.of();
  }

  private String called(Dialect.CallSite site) {
    String text = body;
    for (int i = 0; i < parameters.size(); i++) {
      String argument =
          site.argument(i).stream().map(Macro::text).findFirst().orElse(parameters.get(i));
      if (!parameters.get(i).isEmpty()) {
        text =
            text.replaceAll(
                "\\b" + Pattern.quote(parameters.get(i)) + "\\b",
                Matcher.quoteReplacement(argument));
      }
    }
    return text;
  }

  private static String text(Value value) {
    return switch (value) {
      case Named(String path) -> path;
      case Text(String text) -> text;
    };
  }
}
