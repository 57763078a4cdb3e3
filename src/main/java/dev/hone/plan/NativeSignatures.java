package dev.hone.plan;

import dev.hone.language.LanguageId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what code of a language with types must offer: from code blocks by their syntax tree, from
/// running text by shape and, where no signature stands, by the words around a name.
final class NativeSignatures {
  private static final String CALLED =
      "(?:called|named|namens|genannt|llamada|appelée|nommée|chamada|chiamata)";
  private static final Pattern TYPE =
      Pattern.compile(
          "\\b(class|struct|interface|record|enum|trait|type|union|Klasse|clase|classe)\\s+(?:template\\s+)?(?:"
              + CALLED
              + "\\s+)?[\"*]*([A-Z]\\w*)[\"*]*(?:<[^<>\\n]*>)?(?![\\w]|[- ](?:style|variable|attribute|parameter|alias)|::|\\.[A-Z])");
  private static final Pattern TYPE_BEFORE =
      Pattern.compile(
          "(?<![\\w.])([A-Z]\\w*)\"?(?:<\\w+>)?\\s+(class|struct|interface|record|enum|trait|type)\\b");
  private static final Pattern DATA = Pattern.compile("\\s*(?:\\{[^{}()]*\\}|=)");
  private static final Pattern SAID_OF =
      Pattern.compile("\"?\\s+(?:that|which|taking|takes|returning|returns)\\b");
  private static final Pattern METHODS_OF =
      Pattern.compile(
          "(?is)(?:\\bstatic\\b|\\bwith (?:the|a|one) (?:static |public )*(?:method|function)\\b"
              + "|\\b(?:method|function)\\b[^.]{0,120}?\\b(?:in|of|inside|into|to)\\s+(?:an? |the )?(?:public |final |utility )*class\\b)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?i:\\b"
              + CALLED
              + "|\\b(?:call|name) it|\\b(?:function|method|routine|procedure|subroutine|funktion|función|fonction|função|funzione))\\s+)[\"*]*"
              + "([A-Za-z_$][\\w$]*)(?![\\w$]|\\.[a-z])");
  private static final Pattern FUNCTION_BEFORE =
      Pattern.compile(
          "(?is).*(?:func|funktion|fonc|func|funz|method|routine|procedure|call it|name it|generator|helper|coroutine).{0,90}");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i:\\b(?:write|implement|create|define|complete|provide|add|offers?|exports?)\\s+(?:an? |the )?)[\"*]*([A-Za-z_]\\w*)[\"*]*("
              + Shapes.BRACKETS
              + ")?");
  private static final Pattern CALL =
      Pattern.compile("(?<![\\w$.@:])([A-Za-z_$][\\w$]*)(" + Shapes.BRACKETS + ")");
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?is).*\\b(?:functions?|methods?|helper|implement|write|create|define|complete|provide|offers?|exports?|called|named|call it|name it|signature:?|should have)[\\s,:*\"]*(?:an? |the |fn |func )?[*\"]*$");
  private static final Pattern PARAMETERS =
      Pattern.compile(
          "\\((?!\\s*(?:nil|null|NULL|None|true|false|nullptr|undefined)\\b)\\s*(?:&?(?:mut )?[A-Za-z_]\\w*(?:\\s*,\\s*&?[A-Za-z_]\\w*)*)?\\s*\\)");
  private static final Pattern LIKE_A_NAME =
      Pattern.compile("\\w*[a-z0-9][A-Z]\\w*|\\w+_\\w+|[a-z]+\\d+");
  private static final Set<String> WORDS =
      Set.of(
          "that",
          "which",
          "the",
          "a",
          "an",
          "it",
          "is",
          "to",
          "for",
          "in",
          "of",
          "with",
          "and",
          "or",
          "if",
          "while",
          "switch",
          "return",
          "returns",
          "returning",
          "taking",
          "takes",
          "should",
          "must",
          "will",
          "can",
          "from",
          "on",
          "as",
          "by",
          "be",
          "main",
          "println",
          "printf",
          "len",
          "sizeof",
          "assert",
          "assert_eq",
          "panic",
          "vec",
          "format",
          "func",
          "fn",
          "function",
          "class",
          "struct",
          "interface",
          "type",
          "int",
          "string",
          "this",
          "so",
          "using",
          "signature",
          "signatures",
          "name",
          "names",
          "body",
          "called",
          "named",
          "call",
          "calls",
          "below",
          "above",
          "module",
          "file",
          "package",
          "only",
          "given",
          "does",
          "not",
          "no",
          "has",
          "have",
          "and/or",
          "catch",
          "new",
          "sqrt",
          "log",
          "sin",
          "cos",
          "min",
          "max",
          "abs",
          "O",
          "e",
          "value",
          "code",
          "TypeScript",
          "JavaScript",
          "pub",
          "async",
          "const",
          "export",
          "unsafe",
          "inline",
          "extern",
          "static",
          "template",
          "public",
          "throws",
          "where",
          "when",
          "without");

  private final LanguageId language;
  private final Spans spans;
  private final Map<String, Signature> found = new LinkedHashMap<>();

  private NativeSignatures(LanguageId language) {
    this.language = language;
    this.spans = new Spans(language);
  }

  /// {@return what the code must offer, in the order of the text}
  ///
  /// @param text the requirement
  /// @param language its language
  /// @param exampleNames functions and types that the examples use
  static List<Signature> read(String text, LanguageId language, Collection<String> exampleNames) {
    NativeSignatures reader = new NativeSignatures(language);
    reader.find(Passages.of(text), exampleNames);
    return reader.found.values().stream()
        .sorted(Comparator.comparingInt(s -> first(text, s.name())))
        .toList();
  }

  private static int first(String text, String name) {
    Matcher matcher =
        Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text);
    return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
  }

  private void find(Passages passages, Collection<String> exampleNames) {
    passages.blocks().forEach(block -> Declarations.read(block, language).forEach(this::add));
    List<Spans.Found> typed =
        Stream.concat(
                passages.spans().stream()
                    .flatMap(span -> spans.whole(span).stream())
                    .map(s -> new Spans.Found(s, passages.prose().indexOf(s.name()))),
                spans.in(passages.prose()).stream())
            .toList();
    if (found.isEmpty()) {
      types(passages.prose(), !typed.isEmpty()).forEach(this::add);
    }
    boolean hasTypes = found.values().stream().anyMatch(Signature::isClass);
    for (Spans.Found one : typed) {
      if (!hasTypes || isFunctionBesideTypes(one, passages.prose())) {
        add(one.signature());
      }
    }
    if (found.isEmpty()) {
      names(passages.prose(), exampleNames);
    }
    if (found.isEmpty()) {
      exampleNames.forEach(this::bare);
    }
  }

  /// A method is offered by its type.
  private boolean isFunctionBesideTypes(Spans.Found one, String prose) {
    String before = prose.substring(Math.max(0, one.start() - 60), Math.max(0, one.start()));
    return (language == LanguageId.GO && one.signature().name().startsWith("New"))
        || (language != LanguageId.JAVA
            && before.matches("(?is).*\\b(?:free |helper )?functions?[\\s:*\"]*$"));
  }

  /// Types that the text asks for; none where they are only the place of functions, or their data.
  private List<Signature> types(String prose, boolean functions) {
    Map<String, Signature> types = new LinkedHashMap<>();
    TYPE.matcher(prose)
        .results()
        .filter(m -> !isGiven(prose, m.start()))
        .filter(m -> !functions || !isData(m, prose))
        .forEach(m -> types.putIfAbsent(m.group(2), type(m.group(1), m.group(2))));
    TYPE_BEFORE
        .matcher(prose)
        .results()
        .filter(
            m ->
                !WORDS.contains(m.group(1))
                    && !isGiven(prose, m.start())
                    && LIKE_A_NAME.matcher(m.group(1)).matches())
        .forEach(m -> types.putIfAbsent(m.group(1), type(m.group(2), m.group(1))));
    boolean place =
        language == LanguageId.JAVA
            && types.values().stream().allMatch(type -> type.text().startsWith("class "))
            && (types.containsKey("Solution") || METHODS_OF.matcher(prose).find());
    return place ? List.of() : List.copyOf(types.values());
  }

  private boolean isData(MatchResult type, String prose) {
    return (type.group(1).equals("enum") && language != LanguageId.JAVA)
        || DATA.matcher(prose).region(type.end(), prose.length()).lookingAt();
  }

  private static boolean isGiven(String prose, int start) {
    return prose
        .substring(Math.max(0, start - 50), start)
        .matches(
            "(?is).*\\b(?:given|uses?|using|from|of|takes?|throws?|existing)\\s+(?:an?|the)?\\s*$");
  }

  private Signature type(String word, String name) {
    String kind =
        switch (word) {
          case "Klasse", "clase", "classe" -> "class";
          default -> word;
        };
    String text =
        switch (language) {
          case GO -> "type " + name + (kind.equals("interface") ? " interface" : " struct");
          case RUST -> (kind.equals("class") || kind.equals("type") ? "struct" : kind) + " " + name;
          case C -> (kind.equals("class") || kind.equals("type") ? "struct" : kind) + " " + name;
          case JAVA, CPP, TYPESCRIPT, JAVASCRIPT, PYTHON ->
              (kind.equals("type") && language != LanguageId.TYPESCRIPT ? "class" : kind)
                  + " "
                  + name;
        };
    return new Signature(name, text, true);
  }

  private void names(String prose, Collection<String> exampleNames) {
    Matcher call = CALL.matcher(prose);
    while (call.find()) {
      String name = call.group(1);
      String before = prose.substring(Math.max(0, call.start() - 60), call.start());
      boolean wanted = INTRODUCED.matcher(before).matches() || exampleNames.contains(name);
      if (wanted && PARAMETERS.matcher(call.group(2)).matches() && !WORDS.contains(name)) {
        found.putIfAbsent(
            name,
            new Signature(name, word() + name + call.group(2).replaceAll("\\s+", " "), false));
      }
    }
    if (!found.isEmpty()) {
      return;
    }
    Matcher named = NAMED.matcher(prose);
    while (named.find()) {
      String name = named.group(1);
      String before = prose.substring(Math.max(0, named.start() - 90), named.start(1));
      boolean quoted = before.matches("(?s).*[\"*]$");
      boolean like =
          LIKE_A_NAME.matcher(name).matches()
              || before.matches("(?is).*" + CALLED + "\\s+$")
              || before.matches("(?is).*(?:call|name) it\\s+$");
      boolean said =
          SAID_OF.matcher(prose).region(named.end(1), prose.length()).lookingAt()
              && !before.matches("(?is).*\\b(?:this|the|each|every|any) \\w+\\s+$");
      boolean upper = language == LanguageId.GO && Character.isUpperCase(name.charAt(0));
      if (FUNCTION_BEFORE.matcher(before).matches()
          && (quoted || like || upper || said || exampleNames.contains(name))
          && !WORDS.contains(name)) {
        bare(name);
      }
    }
    if (found.isEmpty()) {
      ASKED
          .matcher(prose)
          .results()
          .filter(m -> LIKE_A_NAME.matcher(m.group(1)).matches() && !WORDS.contains(m.group(1)))
          .forEach(m -> bare(m.group(1)));
    }
  }

  private void bare(String name) {
    found.putIfAbsent(name, new Signature(name, word() + name + "(...)", false));
  }

  private String word() {
    return switch (language) {
      case TYPESCRIPT, JAVASCRIPT, PYTHON -> "function ";
      case GO -> "func ";
      case RUST -> "fn ";
      case JAVA, C, CPP -> "";
    };
  }

  private void add(Signature signature) {
    found.putIfAbsent(signature.name(), signature);
  }
}
