package dev.hone.language.go;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Corrections by rule: what the compiler named first, while its places still hold, then what the
/// syntax tree alone shows.
final class GoFixes {
  private final List<SourceFile> code;
  private final List<String> entryPoints;
  private final Set<String> rules = new LinkedHashSet<>();

  GoFixes(List<SourceFile> code, List<String> entryPoints) {
    this.code = code;
    this.entryPoints = entryPoints;
  }

  Optional<Fix> fix(List<Diagnostic> faults) {
    List<SourceFile> fixed = new ArrayList<>();
    for (SourceFile file : code) {
      fixed.add(file.path().endsWith(".go") ? fixed(file, faults) : file);
    }
    return rules.isEmpty() ? Optional.empty() : Optional.of(new Fix(List.copyOf(rules), fixed));
  }

  private SourceFile fixed(SourceFile file, List<Diagnostic> faults) {
    List<Diagnostic> own = faults.stream().filter(f -> f.path().equals(file.path())).toList();
    GoCleanup cleanup = new GoCleanup(siblings(file));
    String text = file.content();
    text = apply("prose-around-code", text, GoCleanup::withoutProse);
    text = apply("missing-package", text, t -> cleanup.withPackage(t, packageOf(file)));
    for (GoRepairs.Rule rule : GoRepairs.RULES) {
      text = apply(rule.name(), text, t -> rule.repair(t, own));
    }
    for (Diagnostic fault : own) {
      text = apply("unasked-error", text, t -> GoSignatures.withoutError(t, fault));
    }
    text = apply("tests-in-code", text, GoCleanup::withoutTests);
    text = apply("entry-point-name", text, t -> cleanup.withEntryPoints(t, entryPoints));
    text = apply("experimental-package", text, GoCleanup::withoutExperiments);
    text = apply("missing-import", text, cleanup::withImports);
    text = apply("unused-import", text, cleanup::withoutUnusedImports);
    return new SourceFile(file.path(), text);
  }

  private String apply(String rule, String text, UnaryOperator<String> correction) {
    String corrected = correction.apply(text);
    if (!corrected.equals(text)) {
      rules.add(rule);
    }
    return corrected;
  }

  private List<SourceFile> siblings(SourceFile file) {
    return code.stream()
        .filter(other -> !other.path().equals(file.path()))
        .filter(other -> folder(other).equals(folder(file)) && other.path().endsWith(".go"))
        .toList();
  }

  private String packageOf(SourceFile file) {
    return siblings(file).stream()
        .map(other -> GoCleanup.packageName(GoNames.parse(other.content())))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(folder(file).matches("(?:.*/)?[a-z]\\w*/") ? lastFolder(file) : "solution");
  }

  private static String folder(SourceFile file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  private static String lastFolder(SourceFile file) {
    String folder = folder(file).replaceFirst("/$", "");
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
