package dev.hone.language.java;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.regex.Pattern;

/// Brings the package of a file into line with its path. A folder alone can mean many things, so
/// there must be a second sign: a path of two names or more, which only packages have, or a test
/// beside the file that does not find its class.
final class PackageLines {
  private final List<SourceFile> code;
  private final List<Diagnostic> faults;

  PackageLines(List<SourceFile> code, List<Diagnostic> faults) {
    this.code = code;
    this.faults = faults;
  }

  String corrected(String path, String text) {
    SyntaxNode root = JavaNames.parse(text);
    String wanted = PackagePath.of(path).orElse("");
    String declared = JavaNames.packageOf(root).orElse("");
    if (root.broken() || wanted.equals(declared) || !isCertain(wanted, root)) {
      return text;
    }
    String bare =
        declared.isEmpty()
            ? text
            : text.replaceFirst("package\\s+" + Pattern.quote(declared) + "\\s*;[ \\t]*\\R*", "");
    return wanted.isEmpty() ? bare : "package " + wanted + ";\n\n" + bare;
  }

  private boolean isCertain(String wanted, SyntaxNode root) {
    return wanted.contains(".")
        || JavaNames.types(root).stream()
            .map(type -> type.textAt("name"))
            .anyMatch(this::isMissedByATest);
  }

  private boolean isMissedByATest(String type) {
    Pattern missed = Pattern.compile("symbol: (?:class|variable) " + type + "\\b");
    return faults.stream()
        .filter(fault -> code.stream().noneMatch(file -> file.path().equals(fault.path())))
        .anyMatch(fault -> missed.matcher(fault.message()).find());
  }
}
