package dev.hone.language.python;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Corrections by rule, in an order in which each meets what those before it left behind.
final class PythonFixes {
  private final List<String> entryPoints;
  private final List<Diagnostic> faults;

  PythonFixes(List<String> entryPoints, List<Diagnostic> faults) {
    this.entryPoints = List.copyOf(entryPoints);
    this.faults = List.copyOf(faults);
  }

  /// A rule: its name, and the text after it, which is the text itself where there is nothing to
  /// do.
  private record Rule(String name, UnaryOperator<SourceFile> mend) {}

  Optional<Fix> of(List<SourceFile> code) {
    Set<String> applied = new LinkedHashSet<>();
    List<SourceFile> mended = new ArrayList<>(code);
    for (int i = 0; i < mended.size(); i++) {
      if (!mended.get(i).path().endsWith(".py")) {
        continue;
      }
      for (Rule rule : rules(mended, mended.get(i).path())) {
        SourceFile after = rule.mend().apply(mended.get(i));
        if (!after.equals(mended.get(i))) {
          applied.add(rule.name());
          mended.set(i, after);
        }
      }
    }
    return applied.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix(List.copyOf(applied), mended));
  }

  private List<Rule> rules(List<SourceFile> code, String path) {
    List<Diagnostic> own = faults.stream().filter(fault -> fault.path().equals(path)).toList();
    List<Rule> rules = new ArrayList<>();
    rules.add(text("fence", PythonText::withoutFence));
    rules.add(text("odd-characters", PythonText::withPlainSpaces));
    rules.add(text("indented-whole", PythonText::withoutIndent));
    rules.add(text("prose", PythonText::withoutProse));
    if (own.stream().anyMatch(fault -> fault.code().equals("TabError"))) {
      rules.add(text("tabs", PythonText::withoutTabs));
    }
    rules.add(new Rule("relative-import", file -> PythonImports.absolute(file, code)));
    rules.add(text("missing-self", PythonSelf::added));
    if (PythonTestFile.isTest(path)) {
      PythonTestFile tests = new PythonTestFile(path, code, entryPoints);
      rules.add(text("runner-call", PythonDemo::withoutRunnerCall));
      rules.add(text("own-copy", tests::withoutCopies));
      rules.add(text("test-import", tests::withImports));
    } else {
      rules.add(text("demo", new PythonDemo(entryPoints)::removed));
    }
    rules.add(text("missing-import", text -> PythonImports.added(text, own, entryPoints)));
    return rules;
  }

  private static Rule text(String name, UnaryOperator<String> mend) {
    return new Rule(name, file -> new SourceFile(file.path(), mend.apply(file.content())));
  }
}
