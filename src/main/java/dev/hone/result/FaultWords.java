package dev.hone.result;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells from the words of compilers, loaders and interpreters what kind of fault they name.
final class FaultWords {
  /// Each names what is missing.
  private static final List<Pattern> MISSING =
      patterns(
          "name '(\\w+)'",
          "has no attribute '(\\w+)'",
          "variable '(\\w+)' (?:referenced|where it)",
          "\\b([\\w$]+) is not (?:defined|a function|a constructor)",
          "(?:Cannot find name|no exported member(?: named)?) '(\\w+)'",
          "Property '(\\w+)' does not exist",
          "export named '(\\w+)'",
          "symbol: *(?:\\w+ )?(\\w+)",
          "undefined: (?:\\w+\\.)?(\\w+)",
          "(?:cannot find|no) \\w+(?: \\w+)* (?:named )?`(\\w+)`",
          "no `(\\w+)` in",
          "[‘'](\\w+)[’'] (?:undeclared|was not declared|has not been declared|is not a member)",
          "[‘'](\\w+)[’'] (?:in namespace [‘']\\w+[’'] )?does not name a",
          "implicit declaration of function [‘'](\\w+)[’']",
          "undeclared (?:identifier|function) '(\\w+)'",
          "undefined (?:reference to|symbol:?) [`‘']?(\\w+)");

  /// Each names what is called otherwise than it is declared, where the tool says it.
  private static final List<Pattern> CALLED =
      patterns(
          "(\\w+)\\(\\) (?:takes|missing \\d|got an unexpected|got multiple)",
          "(?:not enough|too many) arguments in call to (?:\\w+\\.)?(\\w+)",
          "assignment mismatch: .* but (?:\\w+\\.)?(\\w+)\\b.* returns",
          "(?:method|constructor) (\\w+) in \\w+ \\S+ cannot be applied",
          "too (?:few|many) arguments to function [‘'](?:[^’'(]*?)(\\w+)[(’']",
          "no matching function for call to [‘'](\\w+)\\(");

  /// Tools that only show the line of the call.
  private static final Pattern MISCALLED =
      Pattern.compile("E0061|TS2554|this function takes \\d+ argument|Expected \\d+ arguments?");

  private static final Pattern NAME =
      Pattern.compile(
          "(?:Name|UnboundLocal|Import|ModuleNotFound|Attribute|Reference)Error|cant\\.resolve"
              + "|doesnt\\.exist|cannot find symbol|package \\S+ does not exist|Cannot find module"
              + "|MODULE_NOT_FOUND|unresolved import|E04(?:05|07|12|25|32|33|34)|E05(?:31|60|73|74|99)|E0609"
              + "|unknown type name|does not name a type|has no member|has no field or method"
              + "|[Nn]o such file|is not in std|no required module|implicit declaration|undeclared"
              + "|undefined reference|TS2(?:304|305|307|339|503|551|552|580|614|724)");

  private static final Pattern TYPE =
      Pattern.compile(
          "TypeError|incompatible|cannot be (?:converted|applied|dereferenced)|bad operand types"
              + "|prob\\.found\\.req|cant\\.apply|not assignable to|cannot use |mismatched types"
              + "|[Cc]annot convert|invalid (?:operation|conversion|operands)|assignment mismatch"
              + "|arguments? (?:in call|to function)|makes (?:pointer|integer) from|no match(?:ing)? "
              + "|E0(?:061|277|282|283|308|369|600|604|605|606|614|631)|TS2\\d{3}");

  /// The line with which a tool refuses to build or load something.
  private static final Pattern REFUSAL =
      Pattern.compile(
          "\\S+?:\\d+:(?:\\d+:)? (?:fatal )?error: .*"
              + "|error(?:\\[E\\d{4}])?: (?!test failed|process didn|aborting|could not compile|\\d).*"
              + "|(?:vet: )?[\\w./-]+\\.go:\\d+:\\d+: .*|.*error TS\\d+: .*"
              + "|.*undefined reference to .*"
              + "|(?:E +)?(?:Syntax|Indentation|Tab)Error\\b.*");

  // Java names on further lines what it does not know.
  private static final int LINES_OF_A_REFUSAL = 5;

  private static final Pattern ERROR =
      Pattern.compile(
          ".*\\b(?:Name|UnboundLocal|Import|ModuleNotFound|Attribute|Type|Reference)Error: .*"
              + "|^it does not compile: .*",
          Pattern.MULTILINE);

  private static final Pattern ASSERTION =
      Pattern.compile("Assert(?:ion)?Error|ERR_ASSERTION|assertion .*failed|--- FAIL");

  private final List<String> entryPoints;

  FaultWords(List<String> entryPoints) {
    this.entryPoints = List.copyOf(entryPoints);
  }

  /// {@return the class of what kept code from building or loading}
  ///
  /// @param words the fault, and on later lines what it is about
  Failure ofFault(String words) {
    List<String> missing = named(MISSING, words);
    List<String> called = named(CALLED, words);
    boolean asked =
        Stream.concat(missing.stream(), called.stream()).anyMatch(entryPoints::contains)
            || (MISCALLED.matcher(words).find() && callsWhatWasAsked(words));
    if (asked) {
      return Failure.SIGNATURE;
    }
    if (!missing.isEmpty()) {
      return Failure.NAME;
    }
    if (!called.isEmpty()) {
      return Failure.TYPE;
    }
    return NAME.matcher(words).find()
        ? Failure.NAME
        : TYPE.matcher(words).find() ? Failure.TYPE : Failure.COMPILE;
  }

  /// {@return the class of an error that ended a test}
  Failure ofError(String message) {
    return ERROR
        .matcher(message)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .map(this::ofFault)
        .orElse(Failure.WRONG_ANSWER);
  }

  /// {@return the class that the output of a check shows}
  Failure ofOutput(String output) {
    return refusal(output)
        .map(this::ofFault)
        .orElseGet(() -> ASSERTION.matcher(output).find() ? Failure.WRONG_ANSWER : ofError(output));
  }

  private boolean callsWhatWasAsked(String words) {
    return entryPoints.stream().anyMatch(name -> words.contains(name + "("));
  }

  private static List<String> named(List<Pattern> patterns, String words) {
    return patterns.stream()
        .flatMap(pattern -> pattern.matcher(words).results())
        .map(found -> found.group(1))
        .toList();
  }

  private static Optional<String> refusal(String output) {
    List<String> lines =
        output
            .lines()
            .map(String::stripTrailing)
            .dropWhile(line -> !REFUSAL.matcher(line).matches())
            .limit(LINES_OF_A_REFUSAL)
            .toList();
    Stream<String> others =
        lines.stream().skip(1).takeWhile(line -> !REFUSAL.matcher(line).matches());
    return lines.stream()
        .findFirst()
        .map(first -> Stream.concat(Stream.of(first), others).collect(Collectors.joining("\n")));
  }

  private static List<Pattern> patterns(String... patterns) {
    return Stream.of(patterns).map(Pattern::compile).toList();
  }
}
