package dev.hone.requirement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a requirement says of the work itself, without what it says of files, languages and
/// signatures. Names of functions and types say more than any sentence, so they stand apart, as
/// words.
///
/// @param names the names that are asked for, as words in lower case; empty where there are none
/// @param prose the sentences, with names in code as words
record Gist(String names, String prose) {
  private static final int MOST_CHARACTERS = 8_000;
  private static final Pattern FENCE = Pattern.compile("```.*?(?:```|$)", Pattern.DOTALL);
  private static final Pattern SPAN = Pattern.compile("`([^`\\n]*)`");
  private static final String ENDING = "\\.(?:py|js|mjs|ts|java|go|rs|c|cpp|h|hpp)";
  private static final Pattern FILE = Pattern.compile("[\\w./-]+" + ENDING);
  private static final Pattern IN_FILE =
      Pattern.compile(
          "(?i)(?:\\b(?:in|to) )?(?:\\b(?:the|a) )?\\bfiles? (?:named |called )?`?[\\w./-]+"
              + ENDING
              + "\\b`?");
  private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*(?:<[^>(]*>)?\\(");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|struct|record|interface|type|trait|enum) (\\w+)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:function|func|fn|def|method|class|type)\\s+(?:\\([^)]*\\)\\s*)?`?"
              + "(?:(?:func|fn|def|pub|static|public|class|type)\\s+)*([A-Za-z_]\\w+)");
  private static final Set<String> NO_NAMES =
      Set.of("solution", "in", "named", "that", "with", "which", "and", "template");
  private static final Pattern JOINED =
      Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b|\\b[a-z]+(?:[A-Z][a-z]+)+\\b");
  private static final Pattern EXAMPLE =
      Pattern.compile("\\b[\\w.]+\\([^)\\n]*\\)\\s*(?:==|=>|->|returns?|gives?).*");

  /// Words that every requirement of their kind has, whatever the work.
  private static final List<Pattern> FRAME =
      List.of(
          frame("\\((?:a |an )?(?:module|package|file|standard library|`?solution)[^)]*\\)"),
          frame("\\bstandard library only\\b"),
          frame("\\bno main\\b"),
          frame("\\b(?:with|,)? ?package \\w+\\b"),
          frame("\\bexport(?:s|ed)?\\b[^.;]{0,40}"),
          frame("\\bnothing runs on load\\b"),
          frame(
              "\\b(?:in|the|a|an) (?:the )?(?:python|javascript|typescript|java|go|rust|c\\+\\+(?:17|20)?|c)"
                  + "(?= (?:function|class|method|program|module|record|type|file))"),
          frame("\\bclass +solution\\b"),
          frame("\\b(?:a|the|static)? ?methods?\\b"),
          frame("\\b(?:typescript|javascript|python)\\b"),
          frame("\\b[\\w/]+" + ENDING + "\\b"),
          frame("\\bnode(?:\\.js)? \\d+\\b"),
          frame("\\bnpm packages?\\b"));

  /// {@return the gist of a text}
  ///
  /// @param text the requirement; what is beyond its first 8,000 characters does not count
  static Gist of(String text) {
    String head = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    String names =
        NAMED
            .matcher(head)
            .results()
            .map(found -> found.group(1))
            .filter(name -> !NO_NAMES.contains(name.toLowerCase(Locale.ROOT)))
            .map(Gist::words)
            .collect(Collectors.joining(" "));
    String prose = FENCE.matcher(head).replaceAll(" ");
    prose = IN_FILE.matcher(prose).replaceAll(" ");
    prose = SPAN.matcher(prose).replaceAll(span -> Matcher.quoteReplacement(span(span)));
    for (Pattern frame : FRAME) {
      prose = frame.matcher(prose).replaceAll(" ");
    }
    prose = EXAMPLE.matcher(prose).replaceAll(" ");
    prose = JOINED.matcher(prose).replaceAll(name -> words(name.group()));
    return new Gist(names, prose.replaceAll("\\s+", " ").strip());
  }

  // Of code between backticks the name of what is defined or called counts, of a plain name the
  // name; files and operators say nothing of the work.
  private static String span(MatchResult span) {
    String code = span.group(1);
    if (FILE.matcher(code).matches()) {
      return " ";
    }
    Matcher call = CALL.matcher(code);
    if (call.find()) {
      return " " + words(call.group(1)) + " ";
    }
    Matcher type = TYPE.matcher(code);
    if (type.find()) {
      return " " + words(type.group(1)) + " ";
    }
    return NAME.matcher(code).matches() ? " " + words(code) + " " : " ";
  }

  private static String words(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static Pattern frame(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
