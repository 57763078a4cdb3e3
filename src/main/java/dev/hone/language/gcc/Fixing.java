package dev.hone.language.gcc;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One file while it is corrected.
///
/// @param names reads its text
/// @param file the file as it is now
/// @param others the other files of the candidate
/// @param entryPoints what the solution must offer
/// @param faults what the compiler said about this file as it was given
record Fixing(
    CodeNames names,
    SourceFile file,
    List<SourceFile> others,
    List<String> entryPoints,
    List<Diagnostic> faults) {
  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"\\n]+)[>\"][^\\n]*$");
  private static final Pattern GUARD =
      Pattern.compile(
          "(?m)^[ \\t]*#[ \\t]*(?:pragma[ \\t]+once|define[ \\t]+\\w+_(?:H|HPP|H_|HPP_|INCLUDED))[ \\t]*$");

  String text() {
    return file.content();
  }

  SyntaxNode tree() {
    return names.parse(text());
  }

  Fixing with(String text) {
    return new Fixing(names, new SourceFile(file.path(), text), others, entryPoints, faults);
  }

  /// Returns what the file includes, and what the candidate's own headers among them include.
  List<String> included() {
    List<String> found = new ArrayList<>(included(text()));
    for (SourceFile other : others) {
      String name = other.path().substring(other.path().lastIndexOf('/') + 1);
      if (found.contains(name)) {
        found.addAll(included(other.content()));
      }
    }
    return found;
  }

  static List<String> included(String text) {
    return INCLUDE.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /// Returns the text with a line after the last include, or where includes usually stand.
  String afterIncludes(String line) {
    int end = 0;
    Matcher include = INCLUDE.matcher(text());
    while (include.find()) {
      end = include.end();
    }
    Matcher guard = GUARD.matcher(text());
    if (end == 0 && guard.find()) {
      end = guard.end();
    }
    return end == 0
        ? line + "\n" + text()
        : text().substring(0, end) + "\n" + line + text().substring(end);
  }

  /// Returns the names that the file itself gives to something.
  Set<String> declared() {
    Stream<String> declarators =
        tree()
            .all()
            .filter(node -> node.field().equals("declarator"))
            .filter(node -> node.is("identifier", "type_identifier", "field_identifier"))
            .map(SyntaxNode::text);
    Stream<String> types =
        tree()
            .all()
            .filter(
                node ->
                    node.is(
                        "class_specifier",
                        "struct_specifier",
                        "union_specifier",
                        "enum_specifier",
                        "enumerator",
                        "alias_declaration",
                        "preproc_def",
                        "preproc_function_def"))
            .map(node -> node.textAt("name"));
    return Stream.concat(declarators, types).collect(Collectors.toSet());
  }

  /// One rule.
  interface Rule {
    /// Returns the corrected text, or empty where there is nothing to correct.
    Optional<String> apply(Fixing fixing);
  }
}
