package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;

/// Removes calls of the console that run while the file is loaded. Only where functions or classes
/// are asked for: a program is asked to print.
final class DemoCode implements Correction {
  @Override
  public String name() {
    return "demo-code";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    if (module.broken() || !module.hasWanted()) {
      return module;
    }
    List<Located.Edit> edits =
        module.statements().stream()
            .filter(one -> isDemo(one.node()))
            .map(one -> new Located.Edit(lineStart(module, one), lineEnd(module, one), ""))
            .toList();
    return module.with(edits);
  }

  private static boolean isDemo(SyntaxNode statement) {
    return statement.is("expression_statement")
        && statement.parts().stream()
            .allMatch(
                call ->
                    call.is("call_expression")
                        && call.textAt("function")
                            .matches("console\\.(log|info|error|warn|table|dir|assert)"));
  }

  private static int lineStart(ModuleText module, Located one) {
    int start = module.text().lastIndexOf('\n', one.start() - 1) + 1;
    return module.text().substring(start, one.start()).isBlank() ? start : one.start();
  }

  /// A comment on the same line tells what was printed.
  private static int lineEnd(ModuleText module, Located one) {
    int end = module.text().indexOf('\n', one.end());
    String rest = module.text().substring(one.end(), end < 0 ? module.text().length() : end);
    boolean whole = rest.isBlank() || rest.strip().startsWith("//");
    return !whole ? one.end() : end < 0 ? module.text().length() : end + 1;
  }
}
