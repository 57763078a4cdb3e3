package dev.hone.language.node;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The corrections by rule of JavaScript and TypeScript, in the order in which they are made.
public final class Corrections {
  private static final List<Correction> ALL =
      List.of(
          new LeftMarkdown(),
          new ExportSpelling(),
          new DemoCode(),
          new SelfCheck(),
          new MixedModules(),
          new MissingExport(),
          new MissingBuiltin(),
          new EarlyUse());

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern NOT_EXPORTED =
      Pattern.compile(
          "declares '([\\w$]+)' locally|has no exported member '([\\w$]+)'"
              + "|export named '([\\w$]+)'|[Nn]amed export '([\\w$]+)' not found");

  private Corrections() {}

  /// {@return the code with every correction that is certain, or empty where there is none to make}
  ///
  /// @param code the candidate's files
  /// @param entryPoints functions or classes that the solution must offer; may be empty
  /// @param faults what compiler, loader or tests said; empty before anything ran
  public static Optional<Fix> of(
      List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    List<String> wanted =
        Stream.concat(entryPoints.stream(), faults.stream().flatMap(Corrections::missed))
            .filter(IDENTIFIER.asMatchPredicate())
            .distinct()
            .toList();
    Set<String> rules = new LinkedHashSet<>();
    List<SourceFile> corrected = new ArrayList<>();
    for (SourceFile file : code) {
      corrected.add(
          file.path().matches(".*\\.[mc]?[jt]sx?")
              ? corrected(ModuleText.of(file, wanted, faults), rules)
              : file);
    }
    return rules.isEmpty() ? Optional.empty() : Optional.of(new Fix(List.copyOf(rules), corrected));
  }

  private static SourceFile corrected(ModuleText start, Set<String> rules) {
    ModuleText module = start;
    for (Correction correction : ALL) {
      ModuleText next = correction.corrected(module);
      if (!next.text().equals(module.text())) {
        rules.add(correction.name());
        module = next;
      }
    }
    return module.file();
  }

  /// The name that a loader or the compiler looked for among the exports.
  private static Stream<String> missed(Diagnostic fault) {
    Matcher matcher = NOT_EXPORTED.matcher(fault.message());
    return matcher.find()
        ? Stream.of(1, 2, 3, 4).map(matcher::group).filter(name -> name != null).limit(1)
        : Stream.empty();
  }
}
