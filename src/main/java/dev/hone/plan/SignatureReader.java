package dev.hone.plan;

import dev.hone.language.LanguageId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what the code must offer from the text of a requirement: definitions in code, signatures
/// in prose, and names that are given to a function.
final class SignatureReader {
  private static final String BALANCED = "\\((" + Shapes.IN_BRACKETS + ")\\)";
  private static final Pattern DEF =
      Pattern.compile(
          "(?m)^([ \\t>`]*)(?:async )?def ([A-Za-z_]\\w*)"
              + BALANCED
              + "(?:\\s*->\\s*([^:\\n`]+(?:\\[[^\\n]*\\])?))?");
  private static final Pattern FUNCTION =
      Pattern.compile("\\bfunction\\*?\\s+`?([A-Za-z_$][\\w$]*)" + BALANCED);
  private static final Pattern ARROW =
      Pattern.compile(
          "\\bconst\\s+([A-Za-z_$][\\w$]*)\\s*=\\s*((?:async\\s*)?\\([^()]*\\)|\\w+)\\s*=>");
  private static final Pattern CLASS =
      Pattern.compile(
          "\\b(?:class|Klasse|clase|classe|класс)\\s+(?:(?:called|named|namens|llamada|appelée)\\s+)?[`\"*]*([A-Z]\\w*)(?:"
              + BALANCED
              + ")?(?![\\w]|[- ](?:style|variable|attribute))");
  private static final Pattern CALL =
      Pattern.compile(
          "(?<![\\w$.@])([A-Za-z_$][\\w$]*)"
              + BALANCED
              + "(?:\\s*(->)\\s*([A-Za-z_]\\w*(?:\\.\\w+)*(?:\\[[^\\n]*?\\]+)?(?:\\s*\\|\\s*\\w+)*)(?!\\())?");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*(?:\\*{0,2}|\\.{3})[A-Za-z_$][\\w$]*\\??(?:\\s*:\\s*[^=,]+)?(?:\\s*=\\s*[^,]+)?\\s*|\\s*[*/]\\s*|\\s*\\{[\\w\\s,=]*}\\s*(?:=\\s*\\{})?\\s*");
  private static final Pattern TYPED = Pattern.compile("\\w\\??\\s*:\\s*[A-Za-z]");
  private static final String CALLED =
      "(?:called|named|namens|genannt|llamada|appelée|nommée|chamada|chiamata|genaamd|с именем|названием|名为|叫做)";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:\\b"
              + CALLED
              + "|\\b(?:call|name) it|(?:function|method|funktion|función|fonction|função|funzione|functie)(?= [`\"*])|"
              + "\\b(?:функци\\p{L}+)(?= [`\"*]))\\s+[`\"*]*([A-Za-z_$][\\w$]*)");
  private static final Pattern FUNCTION_BEFORE =
      Pattern.compile(
          "(?is).*(?:func|funktion|fonc|func|funz|функци|函数|method|routine|procedure|call it|name it|generator|helper|coroutine|[`*\"]).{0,90}");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i:\\b(?:write|implement|create|define|complete|provide)\\s+)`?([a-z]+(?:_[a-z0-9]+)+|[a-z]+[A-Z]\\w*)`?(?![\\w(./])");
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?is).*\\b(?:functions?|methods?|funktion|función|fonction|função|funzione|functie|helper|def|implement|write|create|define|complete|provide|offers?|exports?|called|named|namens|call it|name it|signature:?|with|should have)[\\s,:`*\"(]*(?:a |an |the )?[`*\"]*$");
  private static final Set<String> WORDS =
      Set.of(
          "if",
          "for",
          "while",
          "switch",
          "return",
          "print",
          "and",
          "or",
          "not",
          "in",
          "function",
          "def",
          "class",
          "lambda",
          "catch",
          "len",
          "range",
          "int",
          "str",
          "float",
          "list",
          "dict",
          "set",
          "tuple",
          "sorted",
          "min",
          "max",
          "abs",
          "O",
          "require",
          "import",
          "expect",
          "super",
          "assert",
          "that",
          "which",
          "the",
          "it",
          "is",
          "async",
          "await",
          "constructor",
          "map",
          "filter",
          "reduce",
          "sqrt",
          "log",
          "sin",
          "cos",
          "type",
          "isinstance",
          "e",
          "value");

  private final LanguageId language;
  private final Map<String, Signature> found = new LinkedHashMap<>();

  private SignatureReader(LanguageId language) {
    this.language = language;
  }

  /// {@return what the code must offer, in the order of the text}
  ///
  /// @param text the requirement
  /// @param language its language
  /// @param exampleNames functions and classes that the examples use
  static List<Signature> read(String text, LanguageId language, Collection<String> exampleNames) {
    if (language != LanguageId.PYTHON && language != LanguageId.JAVASCRIPT) {
      return NativeSignatures.read(text, language, exampleNames);
    }
    SignatureReader reader = new SignatureReader(language);
    reader.definitions(text);
    reader.classes(text);
    boolean classes = reader.found.values().stream().anyMatch(Signature::isClass);
    reader.calls(text, exampleNames, classes);
    if (!classes) {
      reader.named(text);
    }
    if (reader.found.isEmpty()) {
      exampleNames.forEach(reader::bare);
    }
    return reader.found.values().stream()
        .sorted(java.util.Comparator.comparingInt(s -> first(text, s.name())))
        .toList();
  }

  private static int first(String text, String name) {
    Matcher matcher =
        Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text);
    return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
  }

  private boolean isPython() {
    return language == LanguageId.PYTHON;
  }

  private void definitions(String text) {
    if (isPython()) {
      Matcher def = DEF.matcher(text);
      while (def.find()) {
        if (!def.group(3).matches("(?s)\\s*(?:self|cls)\\b.*")) {
          String result = def.group(4) == null ? "" : " -> " + def.group(4).strip();
          add(def.group(2), "def " + def.group(2) + "(" + squeeze(def.group(3)) + ")" + result);
        }
      }
      return;
    }
    FUNCTION
        .matcher(text)
        .results()
        .filter(m -> areParameters(m.group(2)))
        .forEach(m -> add(m.group(1), "function " + m.group(1) + "(" + squeeze(m.group(2)) + ")"));
    ARROW
        .matcher(text)
        .results()
        .forEach(m -> add(m.group(1), "const " + m.group(1) + " = " + squeeze(m.group(2)) + " =>"));
  }

  private void classes(String text) {
    Matcher matcher = CLASS.matcher(text);
    while (matcher.find()) {
      String parameters = matcher.group(2);
      boolean shown = parameters != null && !parameters.isBlank() && areParameters(parameters);
      String name = matcher.group(1);
      found.putIfAbsent(
          name,
          new Signature(
              name, "class " + name + (shown ? "(" + squeeze(parameters) + ")" : ""), true));
    }
  }

  private void calls(String text, Collection<String> exampleNames, boolean classes) {
    Matcher call = CALL.matcher(text);
    int at = 0;
    while (call.find(at)) {
      at = call.end(1);
      String name = call.group(1);
      String before = text.substring(Math.max(0, call.start() - 60), call.start());
      boolean introduced = INTRODUCED.matcher(before).matches();
      boolean typed = TYPED.matcher(call.group(2)).find() || call.group(3) != null;
      boolean wanted =
          typed || (introduced && !classes) || (exampleNames.contains(name) && !classes);
      boolean listed = !found.isEmpty() && before.matches("(?is).*(?:\\band|,)\\s*[`*]*");
      boolean alone = found.isEmpty() && !classes && !WORDS.contains(name);
      boolean method = classes && !before.matches("(?is).*\\bfunctions?\\s*[`*]*");
      if (!areParameters(call.group(2)) || method || Character.isUpperCase(name.charAt(0))) {
        continue;
      }
      boolean word = WORDS.contains(name) && !introduced && !exampleNames.contains(name);
      boolean empty = call.group(2).isBlank() && !introduced && !typed;
      if (!word && !empty && (wanted || alone || listed)) {
        add(name, signature(name, call));
      }
    }
  }

  private String signature(String name, Matcher call) {
    String parameters = squeeze(call.group(2));
    if (!isPython()) {
      return word() + name + "(" + parameters + ")";
    }
    String result = call.group(4);
    return "def " + name + "(" + parameters + ")" + (result == null ? "" : " -> " + result.strip());
  }

  private void named(String text) {
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      String before = text.substring(Math.max(0, named.start() - 90), named.start(1));
      String name = named.group(1);
      boolean file =
          text.startsWith(".", named.end())
              && named.end() + 1 < text.length()
              && Character.isLetter(text.charAt(named.end() + 1));
      if (!file
          && FUNCTION_BEFORE.matcher(before).matches()
          && !WORDS.contains(name)
          && !Character.isUpperCase(name.charAt(0))) {
        bare(name);
      }
    }
    if (found.isEmpty()) {
      WRITTEN.matcher(text).results().forEach(m -> bare(m.group(1)));
    }
  }

  private void bare(String name) {
    boolean isClass = Character.isUpperCase(name.charAt(0));
    String text = isClass ? "class " + name : word() + name + "(...)";
    found.putIfAbsent(name, new Signature(name, text, isClass));
  }

  private String word() {
    return switch (language) {
      case PYTHON -> "def ";
      case JAVASCRIPT, TYPESCRIPT -> "function ";
      case JAVA, GO, RUST, C, CPP -> "";
    };
  }

  /// Of two ways to write the same function the one that says more is kept.
  private void add(String name, String text) {
    Signature next = new Signature(name, text, false);
    found.merge(
        name,
        next,
        (old, other) ->
            TYPED.matcher(other.text()).find() && !TYPED.matcher(old.text()).find() ? other : old);
  }

  private static boolean areParameters(String parameters) {
    if (parameters.isBlank()) {
      return true;
    }
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= parameters.length(); i++) {
      char c = i == parameters.length() ? ',' : parameters.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && (depth == 0 || i == parameters.length())) {
        String one = parameters.substring(start, i);
        boolean typed = one.contains(":") && one.matches("(?s)\\s*\\*{0,2}[A-Za-z_]\\w*\\s*:.*");
        boolean last = one.isBlank() && i == parameters.length();
        boolean constant = one.strip().matches("True|False|None|true|false|null|undefined");
        if (constant || (!typed && !last && !PARAMETER.matcher(one).matches())) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static String squeeze(String code) {
    return code.strip().replaceAll("\\s+", " ").replaceAll(",$", "");
  }
}
