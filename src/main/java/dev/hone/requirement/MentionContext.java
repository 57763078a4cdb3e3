package dev.hone.requirement;

import dev.hone.requirement.LanguageName.Reading;
import java.util.regex.Pattern;

/// What the words around a language's name make of it.
final class MentionContext {
  /// The part that a named language plays.
  enum Role {
    /// The code is to be written in it.
    TARGET,
    /// Named outright, without a word that says what for.
    MENTION,
    /// Read, parsed or translated from.
    SUBJECT,
    /// Not to be used.
    EXCLUDED,
    /// Not a language here.
    NONE
  }

  private static final String ADJECTIVES =
      "(?:(?:the|a|an|some|idiomatic|modern|plain|pure|vanilla|standard|clean|safe|simple|small"
          + "|only|just|either|der|die|das|le|la|el|o|langage|lenguaje|linguagem|linguaggio"
          + "|programming language|language)\\s+){0,3}";
  private static final String NOUNS =
      "(?:functions?|func|programs?|programmes?|class(?:es)?|methods?|scripts?|code|modules?"
          + "|library|package|record|snippet|one-liner|helpers?|solution|implementation|types?"
          + "|interfaces?|struct|trait|enum|api|app|application|tool|cli|service|server|project"
          + "|generator|iterator|decorator|subroutine|procedure|component|wrapper|utility"
          + "|utilities|pool|parser|cache|middleware|handler|crate|macro|template|routine|algorithm|programming language|query|queries"
          + "|lambda|closure|page|program|lösung|funktion(?:en)?|klasse|programm|methode|modul"
          + "|skript|fonction|classe|méthode|función|clase|método|función|função|funzione|metodo"
          + "|programma|functie|script)";
  private static final String VERSION = "(?:\\s+\\d[\\d.]*\\+?)?(?:\\s*\\([^()\\n]{1,40}\\))?";
  private static final Pattern NOUN_AFTER =
      Pattern.compile("(?i)^" + VERSION + "[\\s-]+(?:[\\w-]+\\s+)?" + NOUNS + "(?!\\w)");
  private static final Pattern NOUN_RIGHT_AFTER =
      Pattern.compile("(?i)^" + VERSION + "[\\s-]+" + NOUNS + "(?!\\w)");
  private static final Pattern EAST_ASIAN_AFTER =
      Pattern.compile("^\\s*(?:语言|函数|程序|代码|类|写|实现|编写|で|の関数|のクラス|を使)");
  private static final Pattern NOUN_BEFORE =
      Pattern.compile(
          "(?i)(?:fonction|classe|méthode|programme|module|función|clase|método|programa|módulo"
              + "|função|funzione|metodo|programma|script|функци\\p{L}+|метод|класс|программ\\p{L}+)"
              + "\\s+$");
  private static final Pattern IN_BEFORE =
      Pattern.compile(
          "(?i)(?:(?<![\\p{L}\\w])(?:in|using|use|into|en|em|auf|на|языке)\\s+"
              + ADJECTIVES
              + "|(?:用|使用)\\s*)$");
  private static final Pattern WITH_BEFORE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\w])(?:with|on|mit|con|avec|com|met|via|for|в)\\s+" + ADJECTIVES + "$");
  private static final Pattern TRANSLATION =
      Pattern.compile(
          "(?i)\\b(?:convert|translat|port|rewrit|rewrote|migrat|transpil|transform|turn|übersetz"
              + "|konvertier|conviert|traduc|traduz|traduis|convert)\\p{L}*\\b[^.;\\n]{0,80}$");
  private static final Pattern TO_BEFORE =
      Pattern.compile("(?i)(?<!\\w)(?:to|into|in|as|nach|en|em|na|para)\\s+" + ADJECTIVES + "$");
  private static final Pattern WRITE_BEFORE =
      Pattern.compile(
          "(?i)(?:\\b(?:write|writes|implement|create|build|make|develop|produce|generate|design"
              + "|provide|give me|show me|need|want|code|solve|do)\\s+(?:me\\s+)?"
              + "(?:(?:a|an|the|some|this|it|my)\\s+)?(?:[\\w-]+\\s+){0,2})$");
  private static final Pattern LABEL_BEFORE =
      Pattern.compile(
          "(?i)(?:language|lang|sprache|langage|lenguaje|idioma|linguagem|linguaggio|taal|язык|语言"
              + "|言語)\\s*(?:is|=|:|：|must be|should be)\\s*$");
  private static final Pattern EXCLUDED_BEFORE =
      Pattern.compile(
          "(?i)(?:\\b(?:not|no|don'?t use|do not use|without|instead of|rather than|never|avoid"
              + "|except|nicht|kein\\p{L}*|statt|sin|sem|niet|geen)\\s+(?:in\\s+|use\\s+|using\\s+"
              + "|any\\s+)?|不要用\\s*|不用\\s*)$");
  private static final Pattern SUBJECT_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:takes?|given|pars(?:e|es|ing)|reads?|analy[sz]es?|from|all|every|each"
              + "|highlights?|minif\\w+|lints?|removes?|counts?|detects?|contains?|containing"
              + "|validates?|tokeni[sz]es?|(?:parser|lexer|tokeni[sz]er|interpreter|compiler|linter"
              + "|formatter|highlighter|minifier)\\s+(?:for|of))\\s+(?:(?:the|a|an|some|this|that"
              + "|valid|all|every|each|given|following|source|lines of)\\s+){0,3}$");
  private static final Pattern SUBJECT_AFTER =
      Pattern.compile(
          "(?i)^[\\s-]+(?:source|keywords?|comments?|kommentare?|files?|syntax|(?:\\w+\\s+)?literals?"
              + "|identifiers?|ast|tokens?|stack ?traces?|bytecode|imports?|expressions?|snake"
              + "|island|coffee|style|naming|names?|program(?:s|mers) (?:are|is))(?!\\w)");
  private static final Pattern OUTRIGHT_AFTER =
      Pattern.compile("(?i)^(?:\\s*,?\\s*(?:please|only)\\b|\\s*[:：])");

  /// A line that goes on in lower case is the same clause.
  private static final Pattern CLAUSE_END =
      Pattern.compile("^\\s*(?:[.,;:!?)]|please\\b|$)|^[ \\t]*\\n(?!\\s*\\p{Ll})");

  private static final Pattern MUSIC_AFTER =
      Pattern.compile("(?i)^\\s*(?:major|minor|sharp|flat|grade|-\\s*section|degrees)\\b");
  private static final Pattern ARTICLE_BEFORE =
      Pattern.compile("(?i)(?:^|\\b(?:write|a|an|some|me|any)\\s+)$");

  private final LanguageName name;
  private final String word;
  private final String before;
  private final String after;
  private final boolean doubted;
  private final boolean variable;

  MentionContext(LanguageName name, String text, int start, int end) {
    this.name = name;
    this.word = text.substring(start, end);
    this.before = text.substring(Math.max(0, start - 90), start);
    this.after = text.substring(end, Math.min(text.length(), end + 60));
    this.doubted = name.isDoubtedBy(text);
    this.variable = word.length() == 1 && isNamedElsewhere(text, start);
  }

  // A letter that the text uses more than once is what something is called in it: `b and c`.
  private boolean isNamedElsewhere(String text, int start) {
    return Pattern.compile("(?<![\\w'-])" + Pattern.quote(word) + "(?![\\w'-])")
        .matcher(text)
        .results()
        .filter(other -> other.start() != start)
        .anyMatch(
            other ->
                !NOUN_RIGHT_AFTER.matcher(text.substring(other.end())).find()
                    && !IN_BEFORE.matcher(text.substring(0, other.start())).find());
  }

  /// {@return the part that the name plays}
  Role role() {
    if (isQuoted() || MUSIC_AFTER.matcher(after).find()) {
      return Role.NONE;
    }
    if (EXCLUDED_BEFORE.matcher(before).find()) {
      return Role.EXCLUDED;
    }
    if (LABEL_BEFORE.matcher(before).find()) {
      return Role.TARGET;
    }
    if (name.reading() == Reading.LOWER) {
      return lowerCase();
    }
    if (isSubject()) {
      return (name.reading() == Reading.CLEAR && !doubted) || NOUN_AFTER.matcher(after).find()
          ? Role.SUBJECT
          : Role.NONE;
    }
    return isTarget() ? Role.TARGET : weak();
  }

  private boolean isQuoted() {
    return !before.isEmpty()
        && !after.isEmpty()
        && "\"'“‘«".indexOf(before.charAt(before.length() - 1)) >= 0
        && "\"'”’»".indexOf(after.charAt(0)) >= 0;
  }

  private Role lowerCase() {
    boolean inAtEnd =
        !variable && IN_BEFORE.matcher(before).find() && CLAUSE_END.matcher(after).find();
    boolean asAdjective =
        ARTICLE_BEFORE.matcher(before).find() && NOUN_RIGHT_AFTER.matcher(after).find();
    return inAtEnd || asAdjective ? Role.TARGET : Role.NONE;
  }

  private boolean isSubject() {
    boolean translated = TRANSLATION.matcher(before).find() && !TO_BEFORE.matcher(before).find();
    boolean material = SUBJECT_AFTER.matcher(after).find() && !IN_BEFORE.matcher(before).find();
    return translated || material || SUBJECT_BEFORE.matcher(before).find();
  }

  private boolean isTarget() {
    boolean clear = name.reading() == Reading.CLEAR;
    if (IN_BEFORE.matcher(before).find()) {
      return !doubted || NOUN_AFTER.matcher(after).find();
    }
    if (TRANSLATION.matcher(before).find() && TO_BEFORE.matcher(before).find()) {
      return true;
    }
    if (NOUN_RIGHT_AFTER.matcher(after).find() || EAST_ASIAN_AFTER.matcher(after).find()) {
      return true;
    }
    if (NOUN_AFTER.matcher(after).find() && !doubted) {
      return true;
    }
    if (OUTRIGHT_AFTER.matcher(after).find() && (clear || startsText())) {
      return true;
    }
    boolean described =
        NOUN_BEFORE.matcher(before).find()
            || WITH_BEFORE.matcher(before).find()
            || WRITE_BEFORE.matcher(before).find();
    return isVersioned() || (clear && (described || startsText())) || (isAnsi() && !doubted);
  }

  private boolean startsText() {
    return before.isBlank() || before.endsWith("\n");
  }

  private boolean isVersioned() {
    return word.length() > 1
        && !name.language().equals("Assembly")
        && Character.isDigit(word.charAt(word.length() - 1));
  }

  private boolean isAnsi() {
    return before.endsWith("ANSI ")
        || before.endsWith("diomatic ")
        || before.endsWith("ISO ")
        || (NOUN_BEFORE.matcher(before).find() && !doubted);
  }

  private Role weak() {
    return name.reading() == Reading.CLEAR && !doubted ? Role.MENTION : Role.NONE;
  }
}
