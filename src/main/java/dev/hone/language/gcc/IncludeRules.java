package dev.hone.language.gcc;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Corrections of includes and of names of the standard library.
final class IncludeRules {
  private static final Pattern ADVICE = Pattern.compile("include '?<([\\w./+]+)>'?");
  private static final Pattern QUOTED =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*\"([^\"\\n]+)\"[^\\n]*\\n?");
  private static final Set<String> OWN = Set.of("hone_test.h", "hone_test.hpp");
  private static final Map<String, String> WRONG_CPP =
      Map.ofEntries(
          Map.entry("bits/stdc++", "bits/stdc++.h"),
          Map.entry("iostream.h", "iostream"),
          Map.entry("vector.h", "vector"),
          Map.entry("map.h", "map"),
          Map.entry("string.hpp", "string"),
          Map.entry("algorithms", "algorithm"),
          Map.entry("algorithm.h", "algorithm"),
          Map.entry("stdio", "cstdio"),
          Map.entry("stdlib", "cstdlib"),
          Map.entry("math", "cmath"),
          Map.entry("hash_map", "unordered_map"),
          Map.entry("priority_queue", "queue"),
          Map.entry("pair", "utility"),
          Map.entry("exceptions", "stdexcept"),
          Map.entry("stringstream", "sstream"));
  private static final Map<String, String> WRONG_C =
      Map.ofEntries(
          Map.entry("bool.h", "stdbool.h"),
          Map.entry("cstdio", "stdio.h"),
          Map.entry("cstdlib", "stdlib.h"),
          Map.entry("cstring", "string.h"),
          Map.entry("cctype", "ctype.h"),
          Map.entry("cmath", "math.h"),
          Map.entry("climits", "limits.h"),
          Map.entry("cstdint", "stdint.h"),
          Map.entry("cassert", "assert.h"),
          Map.entry("stdio", "stdio.h"),
          Map.entry("stdlib", "stdlib.h"),
          Map.entry("string", "string.h"),
          Map.entry("char.h", "ctype.h"),
          Map.entry("limit.h", "limits.h"),
          Map.entry("int.h", "stdint.h"));

  private final boolean cpp;
  private final StandardHeaders headers;

  IncludeRules(boolean cpp) {
    this.cpp = cpp;
    this.headers = new StandardHeaders(cpp ? "cpp" : "c");
  }

  /// A header of the standard library by a name that it does not have.
  Optional<String> wrongHeader(Fixing fixing) {
    String text = fixing.text();
    for (Map.Entry<String, String> wrong : (cpp ? WRONG_CPP : WRONG_C).entrySet()) {
      text =
          text.replaceAll(
              "(?m)^([ \\t]*#[ \\t]*include[ \\t]*)<" + Pattern.quote(wrong.getKey()) + ">",
              "$1<" + Matcher.quoteReplacement(wrong.getValue()) + ">");
    }
    return changed(fixing, text);
  }

  /// An include of a file that the candidate does not have: it is taken out, or becomes the one
  /// header that there is.
  Optional<String> unknownHeader(Fixing fixing) {
    List<String> paths =
        fixing.others().stream().map(SourceFile::path).map(IncludeRules::name).toList();
    List<String> own = paths.stream().filter(path -> path.matches(".*\\.h(?:pp|h|xx)?")).toList();
    StringBuilder text = new StringBuilder();
    Matcher include = QUOTED.matcher(fixing.text());
    while (include.find()) {
      String name = name(include.group(1));
      boolean there = paths.contains(name) || OWN.contains(name);
      boolean standard = headersOf(name).isPresent();
      String line = include.group();
      String instead =
          there || fixing.entryPoints().isEmpty()
              ? line
              : standard
                  ? "#include <" + name + ">\n"
                  : own.size() == 1 && !fixing.text().contains('"' + own.getFirst() + '"')
                      ? "#include \"" + own.getFirst() + "\"\n"
                      : "";
      include.appendReplacement(text, Matcher.quoteReplacement(instead));
    }
    include.appendTail(text);
    return changed(fixing, text.toString());
  }

  private static Optional<String> headersOf(String name) {
    return Set.of(
                "stdio.h",
                "stdlib.h",
                "string.h",
                "ctype.h",
                "math.h",
                "stdbool.h",
                "stdint.h",
                "limits.h",
                "stddef.h",
                "assert.h",
                "time.h",
                "errno.h",
                "vector",
                "string",
                "map",
                "set",
                "algorithm",
                "iostream")
            .contains(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// A header that declares what the file uses: by the compiler's own advice and by the names.
  Optional<String> missingInclude(Fixing fixing) {
    Set<String> wanted = new LinkedHashSet<>();
    List<String> included = fixing.included();
    for (var fault : fixing.faults()) {
      Matcher advice = ADVICE.matcher(fault.message());
      while (advice.find()) {
        if (!included.contains(advice.group(1)) && !included.contains("bits/stdc++.h")) {
          wanted.add(advice.group(1));
        }
      }
    }
    Set<String> declared = fixing.declared();
    used(fixing)
        .filter(name -> !declared.contains(name))
        .flatMap(name -> headers.missing(name, included).stream())
        .forEach(wanted::add);
    Fixing now = fixing;
    for (String header : wanted) {
      now = now.with(now.afterIncludes("#include <" + header + ">"));
    }
    return changed(fixing, now.text());
  }

  /// Names of the standard library as the file uses them: in C all, in C++ those behind `std::`,
  /// all others too where `using namespace std` says so.
  private Stream<String> used(Fixing fixing) {
    SyntaxNode tree = fixing.tree();
    boolean all = !cpp || usesNamespace(fixing);
    Stream<String> qualified =
        tree.all()
            .filter(node -> node.is("qualified_identifier") && node.textAt("scope").equals("std"))
            .map(node -> bare(node.textAt("name")));
    Stream<String> plain =
        tree.all()
            .filter(node -> node.children().isEmpty() && !node.field().equals("label"))
            .filter(node -> all ? isUse(node) : isConstant(node))
            .map(SyntaxNode::text);
    return Stream.concat(qualified, plain).filter(headers::knows).distinct();
  }

  private static boolean usesNamespace(Fixing fixing) {
    return fixing.text().contains("using namespace std");
  }

  private static boolean isUse(SyntaxNode node) {
    return node.is(
        "identifier", "type_identifier", "primitive_type", "true", "false", "null", "NULL");
  }

  private static boolean isConstant(SyntaxNode node) {
    return node.is("identifier") && node.text().matches("[A-Z]+_(?:MAX|MIN|EPSILON|BIT)");
  }

  private static String bare(String name) {
    return name.replaceFirst("(?s)[<(].*", "").replaceFirst("::.*", "");
  }

  /// Types of the standard library without `std::` where nothing brings them in.
  Optional<String> missingStd(Fixing fixing) {
    if (!cpp || usesNamespace(fixing)) {
      return Optional.empty();
    }
    Set<String> declared = fixing.declared();
    Set<String> inStd = new LinkedHashSet<>();
    List<String> brought =
        Pattern.compile("using\\s+std::(\\w+)\\s*;")
            .matcher(fixing.text())
            .results()
            .map(match -> match.group(1))
            .toList();
    collectPlain(fixing.tree(), inStd);
    inStd.removeIf(
        name -> !TYPES.contains(name) || declared.contains(name) || brought.contains(name));
    if (inStd.isEmpty()) {
      return Optional.empty();
    }
    // The header must come before the name; what it is called is certain.
    Fixing now = fixing;
    for (String name : inStd) {
      now = now.with(now.afterIncludes("using std::" + name + ";"));
    }
    for (String name : inStd) {
      Optional<String> header = headers.missing(name, now.included());
      if (header.isPresent()) {
        now = now.with(now.afterIncludes("#include <" + header.get() + ">"));
      }
    }
    return changed(fixing, now.text());
  }

  private static final Set<String> TYPES =
      Set.of(
          "vector",
          "string",
          "map",
          "set",
          "unordered_map",
          "unordered_set",
          "pair",
          "queue",
          "stack",
          "deque",
          "priority_queue",
          "optional",
          "tuple",
          "unique_ptr",
          "shared_ptr",
          "cout",
          "endl",
          "cerr",
          "stringstream",
          "istringstream",
          "ostringstream",
          "string_view",
          "to_string",
          "make_pair",
          "invalid_argument",
          "out_of_range",
          "runtime_error",
          "multiset",
          "multimap",
          "make_unique",
          "make_shared",
          "variant",
          "function");

  /// Only what stands without anything before it.
  private static void collectPlain(SyntaxNode node, Set<String> found) {
    if (node.is(
        "qualified_identifier", "using_declaration", "preproc_include", "field_expression")) {
      node.children().stream()
          .filter(
              child ->
                  !child.field().equals("name") || child.is("template_type", "template_function"))
          .forEach(child -> insideArguments(child, found));
      return;
    }
    if (node.children().isEmpty() && node.is("type_identifier", "identifier")) {
      found.add(node.text());
    }
    node.children().forEach(child -> collectPlain(child, found));
  }

  // In `std::vector<string>` the argument stands for itself, the name before it does not.
  private static void insideArguments(SyntaxNode node, Set<String> found) {
    if (node.is("template_type", "template_function")) {
      node.at("arguments").forEach(arguments -> collectPlain(arguments, found));
    } else if (!node.is(
        "type_identifier", "identifier", "namespace_identifier", "field_identifier")) {
      collectPlain(node, found);
    }
  }

  private static Optional<String> changed(Fixing fixing, String text) {
    return text.equals(fixing.text()) ? Optional.empty() : Optional.of(text);
  }
}
