package dev.hone.language.java;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Corrects what is certain to be wrong with a candidate, whatever it is meant to do.
final class JavaFixer {
  private static final Pattern FENCED =
      Pattern.compile("(?ms)^[ \\t]*```[^\\n`]*\\n(.*?)^[ \\t]*```[ \\t]*$");
  private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*```.*\\R?");

  private final List<String> entryPoints;
  private final List<Diagnostic> faults;
  private final List<String> applied = new ArrayList<>();

  private JavaFixer(List<String> entryPoints, List<Diagnostic> faults) {
    this.entryPoints = entryPoints;
    this.faults = faults;
  }

  static Optional<Fix> fix(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    JavaFixer fixer = new JavaFixer(entryPoints, faults);
    PackageLines packages = new PackageLines(code, faults);
    List<SourceFile> fixed = new ArrayList<>();
    for (SourceFile file : code) {
      fixed.add(file.path().endsWith(".java") ? fixer.fixed(file, packages) : file);
    }
    return fixer.applied.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix(fixer.applied.stream().distinct().toList(), fixed));
  }

  private SourceFile fixed(SourceFile file, PackageLines packages) {
    String text = noted("markdown", file.content(), withoutFences(file.content()));
    text = noted("bare-methods", text, wrapped(text, JavaNames.stem(file.path())));
    text = noted("class-name", text, named(text, JavaNames.stem(file.path())));
    text = noted("two-public-classes", text, withOnePublic(text, JavaNames.stem(file.path())));
    text = noted("private-entry-point", text, offering(text));
    text = noted("package", text, packages.corrected(file.path(), text));
    List<Diagnostic> own = faults.stream().filter(f -> f.path().equals(file.path())).toList();
    text = noted("record-accessor", text, MemberRules.withAccessors(text, own));
    text = noted("missing-static", text, MemberRules.withStatic(text, own));
    text = noted("missing-throws", text, MemberRules.withThrows(text, own));
    text = noted("missing-import", text, MissingImports.added(file.path(), text, faults));
    return new SourceFile(file.path(), text);
  }

  private String noted(String rule, String before, String after) {
    if (!before.equals(after)) {
      applied.add(rule);
    }
    return after;
  }

  /// Of several fenced blocks the longest is the code. A fence that is never closed goes away.
  private static String withoutFences(String text) {
    Matcher fenced = FENCED.matcher(text);
    String longest = "";
    while (fenced.find()) {
      longest = fenced.group(1).length() > longest.length() ? fenced.group(1) : longest;
    }
    return longest.isBlank() ? FENCE.matcher(text).replaceAll("") : longest;
  }

  /// Methods that stand outside of every class belong into the class that the file is named after.
  private static String wrapped(String text, String stem) {
    SyntaxNode root = JavaNames.parse(text);
    boolean bare = root.parts().stream().anyMatch(part -> part.is("method_declaration"));
    boolean known = JavaNames.types(root).stream().anyMatch(t -> t.textAt("name").equals(stem));
    boolean other =
        root.parts().stream()
            .anyMatch(
                part ->
                    !part.is("method_declaration", "local_variable_declaration")
                        && !part.is("import_declaration", "package_declaration")
                        && !part.isComment()
                        && !JavaNames.isType(part));
    if (!bare || known || other || root.broken()) {
      return text;
    }
    StringBuilder head = new StringBuilder();
    String rest = text;
    for (SyntaxNode part : root.parts()) {
      if (part.is("import_declaration", "package_declaration")) {
        head.append(part.text()).append('\n');
        rest = rest.replaceFirst(Pattern.quote(part.text()) + "[ \\t]*\\R?", "");
      }
    }
    String blank = head.isEmpty() ? "" : "\n";
    return head + blank + "public class " + stem + " {\n" + rest.strip().indent(4) + "}\n";
  }

  /// Nobody but the file's own class is asked for: a single class of another name means it, unless
  /// that name is asked for too.
  private String named(String text, String stem) {
    List<SyntaxNode> types = JavaNames.types(JavaNames.parse(text));
    boolean known = types.stream().anyMatch(type -> type.textAt("name").equals(stem));
    List<SyntaxNode> open =
        types.stream().filter(type -> JavaNames.isMarked(type, "public")).toList();
    if (known || open.size() > 1 || (open.isEmpty() && types.size() != 1)) {
      return text;
    }
    SyntaxNode only = open.isEmpty() ? types.getFirst() : open.getFirst();
    String name = only.textAt("name");
    if (!entryPoints.contains(name)) {
      return JavaTokens.renamed(text, name, stem);
    }
    return open.isEmpty()
        ? text
        : JavaTokens.changed(text, only, _ -> JavaTokens.without(only, "public"));
  }

  private static String withOnePublic(String text, String stem) {
    String result = text;
    for (SyntaxNode type : JavaNames.types(JavaNames.parse(text))) {
      if (JavaNames.isMarked(type, "public") && !type.textAt("name").equals(stem)) {
        result = JavaTokens.changed(result, type, _ -> JavaTokens.without(type, "public"));
      }
    }
    return result;
  }

  /// What is asked for is no use to anybody while it is private.
  private String offering(String text) {
    String result = text;
    List<SyntaxNode> methods =
        JavaNames.types(JavaNames.parse(text)).stream()
            .flatMap(type -> type.at("body"))
            .flatMap(body -> body.parts().stream())
            .filter(member -> member.is("method_declaration"))
            .toList();
    for (SyntaxNode method : methods) {
      String name = method.textAt("name");
      boolean alone = methods.stream().filter(m -> m.textAt("name").equals(name)).count() == 1;
      if (entryPoints.contains(name) && alone && JavaNames.isMarked(method, "private")) {
        result = JavaTokens.changed(result, method, _ -> JavaTokens.without(method, "private"));
      }
    }
    return result;
  }
}
