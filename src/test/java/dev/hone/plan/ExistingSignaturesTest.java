package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.go.Go;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistingSignaturesTest {
  private static final SourceFile PYTHON =
      new SourceFile(
          "shop.py",
          """
          import math

          def gross(net: float) -> float:
              return round(net * 1.19, 2)

          def net(gross):
              def inner(x):
                  return x
              return inner(gross) / 1.19

          class Basket:
              def add(self, item):
                  self.items = [item]
          """);

  @TempDir Path cache;

  @Test
  void whatTheTextNamesOfTheCodeIsOffered() {
    Plan plan = plan("gross shall refuse negative prices. gross(0) == 0", PYTHON);

    assertThat(plan.files()).containsExactly("shop.py");
    assertThat(plan.signatures()).containsExactly("def gross(net: float) -> float");
    assertThat(plan.entryPoints()).containsExactly("gross");
    assertThat(plan.examples()).hasSize(1);
  }

  @Test
  void whereTheTextNamesNothingAllOfItIsOffered() {
    assertThat(plan("Speed it up.", PYTHON).entryPoints())
        .containsExactly("gross", "net", "Basket");
  }

  @Test
  void whatTheTextAddsIsOfferedToo() {
    Plan plan = plan("Add a function vat(net) that returns the tax. Use it in gross.", PYTHON);

    assertThat(plan.signatures())
        .containsExactly("def gross(net: float) -> float", "def net(gross)", "def vat(net)");
  }

  @Test
  void namesOfFilesInTheTextAreNoFilesOfThePlan() {
    assertThat(plan("Read prices.py in gross", PYTHON).files()).containsExactly("shop.py");
  }

  @Test
  void otherLanguagesAreReadToo() {
    SourceFile script =
        new SourceFile(
            "slug.js",
            "function slugify(title) {\n  return title;\n}\nmodule.exports = { slugify };\n");
    SourceFile go =
        new SourceFile(
            "slug.go", "package slug\n\nfunc Slugify(title string) string {\n\treturn title\n}\n");

    assertThat(plan("slugify trims", new JavaScript(cache), script).entryPoints())
        .containsExactly("slugify");
    assertThat(plan("Slugify trims", new Go(cache, Progress.silent()), go).entryPoints())
        .containsExactly("Slugify");
  }

  private Plan plan(String text, SourceFile file) {
    return plan(text, new Python(cache, Progress.silent()), file);
  }

  private static Plan plan(String text, Language language, SourceFile file) {
    Requirement requirement = new Requirement(text, "", List.of(), List.of(file), List.of());
    return new RulePlanner().plan(requirement, language).plan();
  }
}
