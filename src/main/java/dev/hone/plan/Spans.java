package dev.hone.plan;

import dev.hone.language.LanguageId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds signatures with types in running text, by the shape that a language gives them, and has
/// the parser confirm each.
final class Spans {
  private static final String BALANCED = Shapes.BRACKETS;
  private static final String GENERIC = Shapes.TYPE_ARGUMENTS;
  private static final String GO_TYPE =
      "(?:\\[\\d*]|\\*|<-|chan\\s+|map\\[[^\\]\\n]+])*"
          + "(?:(?:u?int(?:8|16|32|64)?|float(?:32|64)|complex128|string|bool|byte|rune|error|any|interface\\{\\}|struct\\{\\})\\b"
          + "|[a-z]\\w*\\.[A-Z]\\w*|func\\([^()]*\\)(?:\\s*[\\w*\\[\\]]+)?"
          + "|(?!(?:It|The|This|That|Returns?|An?|If|When|For|Given|In|Write|Each|Use|Its?|Examples?|And|Both)\\b)[A-Z]\\w*(?:\\[[^\\]\\n]*])?)";
  private static final String RUST_TYPE =
      "(?:&\\s*(?:'\\w+\\s+)?(?:mut\\s+)?|impl\\s+|dyn\\s+)*(?:[A-Za-z_][\\w:]*(?:"
          + GENERIC
          + ")?(?:\\s*\\+\\s*(?:'\\w+|[A-Z]\\w*))*|"
          + BALANCED
          + "|\\[[^\\]\\n]*])";
  private static final String JAVA_TYPE =
      "(?:void|int|long|short|byte|char|boolean|float|double|[A-Z]\\w*(?:\\.[A-Z]\\w*)*(?:"
          + GENERIC
          + ")?)(?:\\[])*";
  private static final String C_TYPE =
      "(?:(?:const|unsigned|signed|long|short|struct|enum|static|inline|constexpr)\\s+)*"
          + "(?:void|int|long|short|char|bool|float|double|auto|unsigned|size_t|ssize_t|[a-z]\\w*_t|std::[\\w:]+(?:"
          + GENERIC
          + ")?|(?:vector|map|set|pair|optional|unordered_map|unordered_set|tuple|list|deque|array)"
          + GENERIC
          + "|string|string_view|[A-Z]\\w*(?:"
          + GENERIC
          + ")?|(?<=struct )\\w+|(?<=enum )\\w+)";
  private static final String SCRIPT_TYPE =
      "(?:(?:readonly|keyof|asserts)\\s+)?(?:\\w+ is )?(?:[A-Za-z_$][\\w$]*(?:\\.[\\w$]+)*(?:"
          + GENERIC
          + ")?|\\[[^\\]\\n]*]|\\{[^{}\\n]*}|"
          + BALANCED
          + "(?:\\s*=>\\s*\\w+)?|\"[^\"\\n]*\"|'[^'\\n]*')(?:\\[])*";
  private static final int MOST = 500;
  private static final Pattern GO =
      Pattern.compile(
          "(?:\\bfunc\\s+(?:\\([^()\\n]*\\)\\s*)?)?(?<![\\w.])([A-Za-z_]\\w*)(?:\\[[^\\]\\n]+])?"
              + BALANCED
              + "(?:[ \\t]*(?:"
              + BALANCED
              + "|"
              + GO_TYPE
              + "))?");
  private static final Pattern RUST =
      Pattern.compile(
          "(?:\\bpub\\s+)?(?:(?:async|const|unsafe)\\s+)*(?:fn\\s+)?(?<![\\w.:])([A-Za-z_]\\w*)(?:<[^()\\n]*?>)?"
              + BALANCED
              + "(?:\\s*->\\s*"
              + RUST_TYPE
              + ")?(?:\\s*where\\s+\\w+:\\s*[\\w:+ <>]+?(?=[`.,{\\n]))?");
  private static final Pattern JAVA =
      Pattern.compile(
          "(?:(?:public|protected|static|final|abstract|synchronized|default)\\s+)*(?:<[^<>\\n]+(?:<[^<>\\n]*>)?[^<>\\n]*>\\s*)?(?:(?<![\\w.])"
              + JAVA_TYPE
              + "\\s+)?(?<![\\w.])([a-z_]\\w*)"
              + BALANCED
              + "(?:\\s*throws\\s+[A-Z]\\w*(?:\\s*,\\s*[A-Z]\\w*)*)?");
  private static final Pattern C =
      Pattern.compile(
          "(?:template\\s*<[^>\\n]*>\\s*)?(?:(?<![\\w.:])"
              + C_TYPE
              + "(?:\\s*const)?[\\s*&]+(?:const\\s+)?)?(?<![\\w.:>])(?:[a-z_]\\w*::)*([A-Za-z_]\\w*)"
              + BALANCED
              + "(?:[ \\t]*(?:const|noexcept)\\b)*");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:(?:export\\s+)?(?:async\\s+)?function\\*?\\s+)?(?<![\\w$.])([A-Za-z_$][\\w$]*)(?:<[^()\\n]*?>)?"
              + BALANCED
              + "(?:\\s*:\\s*"
              + SCRIPT_TYPE
              + "(?:\\s*[|&]\\s*"
              + SCRIPT_TYPE
              + ")*)?");

  private static final Pattern SCRIPT_ARROW =
      Pattern.compile(
          "\\bconst\\s+([A-Za-z_$][\\w$]*)\\s*=\\s*(?:async\\s*)?"
              + BALANCED
              + "\\s*(?::\\s*"
              + SCRIPT_TYPE
              + "(?:\\s*\\|\\s*"
              + SCRIPT_TYPE
              + ")*\\s*)?=>");
  private static final Pattern END =
      Pattern.compile("\\s*(?:;|\\{\\s*(?:\\.{3}|…)?\\s*}?|=>)\\s*$");

  private final LanguageId language;

  Spans(LanguageId language) {
    this.language = language;
  }

  /// One signature in a text.
  ///
  /// @param signature the signature
  /// @param start where it begins
  record Found(Signature signature, int start) {}

  /// {@return the signatures with types, in the order of the text}
  ///
  /// @param text running text
  List<Found> in(String text) {
    Stream<Found> arrows =
        pattern() != SCRIPT
            ? Stream.of()
            : SCRIPT_ARROW
                .matcher(text)
                .results()
                .flatMap(m -> parsed(m.group() + " {}").map(s -> new Found(s, m.start())).stream());
    Set<String> seen = new HashSet<>();
    Stream<Found> others =
        pattern()
            .matcher(text)
            .results()
            .filter(m -> seen.size() < MOST && seen.add(m.group()))
            .flatMap(
                m -> signature(m.group(), m.group(1)).map(s -> new Found(s, m.start())).stream());
    return Stream.concat(arrows, others).toList();
  }

  /// {@return the signature that a piece of code is, or empty where it is none with types}
  ///
  /// @param code such as `func Sum(xs []int) int`, without a body
  Optional<Signature> whole(String code) {
    String head = END.matcher(code).replaceFirst("").strip();
    Matcher matcher = pattern().matcher(head);
    if (matcher.matches()) {
      return signature(matcher.group(), matcher.group(1));
    }
    return switch (language) {
      case GO -> parsed(head);
      case RUST, TYPESCRIPT, JAVASCRIPT, PYTHON ->
          parsed(head + (head.matches("(?s).*\\bconst\\s.*=.*") ? " => {}" : " {}"));
      case JAVA -> parsed("class X { " + head + ";}");
      case C, CPP -> parsed(head + ";");
    };
  }

  /// {@return the only function that code declares}
  private Optional<Signature> parsed(String code) {
    List<Signature> functions =
        Declarations.read(code, language).stream().filter(s -> !s.isClass()).toList();
    return functions.size() == 1 ? Optional.of(functions.getFirst()) : Optional.empty();
  }

  private Pattern pattern() {
    return switch (language) {
      case GO -> GO;
      case RUST -> RUST;
      case JAVA -> JAVA;
      case C, CPP -> C;
      case TYPESCRIPT, JAVASCRIPT, PYTHON -> SCRIPT;
    };
  }

  private Optional<Signature> signature(String code, String name) {
    return written(code, name)
        .filter(text -> isTyped(text, name))
        .flatMap(
            text ->
                Declarations.read(asDeclaration(text, name), language).stream()
                    .filter(s -> s.name().equals(name))
                    .limit(1)
                    .map(
                        s ->
                            text.startsWith("func (")
                                ? s
                                : new Signature(name, cut(text, s), false)))
        .findFirst();
  }

  /// {@return the code with the word that the language puts before a function}
  private Stream<String> written(String code, String name) {
    String text = code.strip().replaceAll("\\s+", " ");
    String word =
        switch (language) {
          case GO -> "func ";
          case RUST -> "fn ";
          case TYPESCRIPT, JAVASCRIPT, PYTHON -> "function ";
          case JAVA, C, CPP -> "";
        };
    return Stream.of(text.startsWith(name) ? word + text : text);
  }

  /// {@return the code as the parser wants it} A result that is not named is none for the parser.
  private String asDeclaration(String text, String name) {
    boolean bare = text.startsWith(name);
    return switch (language) {
      case GO -> text;
      case RUST, TYPESCRIPT, JAVASCRIPT, PYTHON -> text + " {}";
      case JAVA -> "class X { " + (bare ? "void " : "") + text + ";}";
      case C, CPP -> (bare ? "void " : "") + text + ";";
    };
  }

  private String cut(String text, Signature read) {
    return text.startsWith(read.name()) ? text : read.text();
  }

  /// Without types it may as well be a call.
  private boolean isTyped(String text, String name) {
    int open = text.indexOf('(', text.indexOf(name));
    int close = close(text, open);
    String parameters = text.substring(open + 1, close).strip();
    boolean result = !text.substring(close + 1).isBlank();
    boolean before = !text.startsWith(name) && !text.startsWith("function ");
    if (parameters.isEmpty() || parameters.equals("void")) {
      return before || result;
    }
    Pattern typed =
        switch (language) {
          case GO -> Pattern.compile("\\w+(?:, ?\\w+)* (?:\\.{3})?[\\w*\\[<(].*");
          case RUST, TYPESCRIPT, JAVASCRIPT, PYTHON ->
              Pattern.compile("(?:&?(?:mut )?self\\b.*|.*\\w\\??:(?!:) ?[^\\s:].*)");
          case JAVA ->
              Pattern.compile(
                  "(?:final )?[A-Za-z][\\w.<>,?\\[\\] ]*(?:\\.{3})? ?(?<=[ >\\]])[a-z_]\\w*.*");
          case C, CPP ->
              Pattern.compile(
                  "(?:const |unsigned |struct )*[A-Za-z][\\w:<>, ]*[ *&>]+\\w+.*|(?:const )?(?:int|char|double|float|size_t|long|bool|std::[\\w:<>]+)(?!\\w).*");
        };
    boolean value = Pattern.compile("[\"']|(?:^|[ (,\\[])-?\\d").matcher(parameters).find();
    return typed.matcher(parameters).matches() && (before || !value);
  }

  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
