package dev.hone.language.rust;

import dev.hone.language.SourceFile;
import dev.hone.language.rust.RustItems.Item;
import java.util.List;
import java.util.regex.Pattern;

/// Sees to it that a generated test file imports the solution, whatever way to do so it knows.
final class TestImports {
  // Names that stand for a crate whose name is not known.
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?m)^(\\s*use )(?:(?:your|my|the)_?(?:crate|project|library|lib|module|package)(?:_name)?"
              + "|crate_name|example|mylib)::");

  private TestImports() {}

  /// Returns the file with an import of the solution that its name tells.
  static SourceFile mended(SourceFile file) {
    String stem = file.path().replaceFirst("(?:.*/)?(.*?)(?:_[^_/]*)?_test\\.rs$", "$1");
    boolean root = stem.equals("lib") || stem.equals("main");
    String module = root ? "super" : "super::" + stem;
    String text = PLACEHOLDER.matcher(file.content()).replaceAll("$1" + module + "::");
    boolean imported =
        RustItems.top(text).stream()
            .anyMatch(item -> brings(item, List.of(stem, "crate", "super")));
    return new SourceFile(file.path(), imported ? text : "use " + module + "::*;\n\n" + text);
  }

  private static boolean brings(Item item, List<String> roots) {
    String text = item.node().text();
    boolean declared =
        item.node().is("mod_item") && text.endsWith(";") && roots.contains(item.path());
    return declared
        || (item.node().is("use_declaration")
            && roots.stream().anyMatch(root -> text.matches("(?s)use\\s+" + root + "\\b.*")));
  }
}
