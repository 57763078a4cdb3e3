package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Corrections by rule, each certain: it changes what cannot be meant, or makes what the compiler
/// itself is certain of. Made again, they change nothing.
final class RustFixes {
  private RustFixes() {}

  /// One rule for one file.
  private interface Rule {
    String mended(SourceFile file, Asked asked);
  }

  /// What a rule may look at beside the file.
  ///
  /// @param entryPoints functions or types that the solution must offer
  /// @param faults what compiler or tests said
  record Asked(List<String> entryPoints, List<Diagnostic> faults) {
    Asked {
      entryPoints = List.copyOf(entryPoints);
      faults = List.copyOf(faults);
    }

    /// Whether the compiler objects to one of the lines of a file.
    boolean isFaulty(SourceFile file, int first, int last) {
      return faults.stream()
          .filter(fault -> fault.path().equals(file.path()))
          .anyMatch(fault -> first <= fault.line() && fault.line() <= last);
    }
  }

  private record Named(String name, Rule rule) {}

  // What the compiler suggests goes by its line numbers, so it comes before what moves lines.
  private static final List<Named> RULES =
      List.of(
          new Named("compiler-suggestion", (file, asked) -> Suggestions.made(file, asked.faults())),
          new Named("blank-loop-variable", (file, asked) -> BlankLoops.named(file, asked.faults())),
          new Named("byte-literal", (file, asked) -> ByteLiterals.marked(file, asked.faults())),
          new Named("guarded-option", (file, asked) -> GuardedOptions.opened(file, asked.faults())),
          new Named("markdown-fence", (file, _) -> Leftovers.withoutFences(file.content())),
          new Named("code-in-comments", (file, _) -> Leftovers.uncommented(file.content())),
          new Named("demo-main", Leftovers::withoutMain),
          new Named("own-module", (file, _) -> Leftovers.withoutOwnModule(file)),
          new Named("broken-own-tests", Leftovers::withoutBrokenTests),
          new Named("unstable-feature", (file, _) -> Leftovers.withoutFeatures(file.content())),
          new Named("missing-pub", Visibility::opened),
          new Named("missing-import", (file, asked) -> Imports.completed(file, asked.faults())));

  /// Returns the corrected files, or empty where no rule changes anything.
  static Optional<Fix> of(List<SourceFile> code, Asked asked) {
    List<SourceFile> files = new ArrayList<>(code);
    List<String> names = new ArrayList<>();
    for (Named named : RULES) {
      boolean changed = false;
      for (int i = 0; i < files.size(); i++) {
        SourceFile file = files.get(i);
        String mended =
            file.path().endsWith(".rs") ? named.rule().mended(file, asked) : file.content();
        changed |= !mended.equals(file.content());
        files.set(i, new SourceFile(file.path(), mended));
      }
      if (changed) {
        names.add(named.name());
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new Fix(names, files));
  }
}
