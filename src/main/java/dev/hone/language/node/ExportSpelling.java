package dev.hone.language.node;

import java.util.List;

/// Writes `module.exports = …` where the code assigns to a word that exports nothing.
final class ExportSpelling implements Correction {
  @Override
  public String name() {
    return "export-spelling";
  }

  @Override
  public ModuleText corrected(ModuleText module) {
    if (module.broken() || module.isModule()) {
      return module;
    }
    List<Located.Edit> edits =
        module.statements().stream()
            .filter(one -> one.node().is("expression_statement"))
            .flatMap(one -> one.children().stream())
            .filter(one -> one.node().is("assignment_expression"))
            .flatMap(one -> one.children().stream().limit(1))
            .filter(
                left -> left.node().text().matches("exports|module\\.export|modules?\\.exports?"))
            .filter(left -> !left.node().text().equals("module.exports"))
            .map(left -> new Located.Edit(left.start(), left.end(), "module.exports"))
            .toList();
    return module.with(edits);
  }
}
