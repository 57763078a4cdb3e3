package dev.hone.language.gcc;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TSLanguage;

/// The corrections by rule of both languages, in the order in which they are made: first what keeps
/// the text from being parsed, then what the tree shows.
final class Fixers {
  private final CodeNames names;
  private final Map<String, Fixing.Rule> rules = new LinkedHashMap<>();

  Fixers(boolean cpp, TSLanguage grammar) {
    this.names = new CodeNames(grammar);
    IncludeRules includes = new IncludeRules(cpp);
    rules.put("markdown-fence", CodeRules::fence);
    rules.put("prose", CodeRules::prose);
    rules.put("qualified-name", CodeRules::qualified);
    rules.put("missing-semicolon", CodeRules::missingSemicolon);
    rules.put("const-subscript", CodeRules::constSubscript);
    rules.put("demo-main", CodeRules::demoMain);
    rules.put("wrong-header", includes::wrongHeader);
    rules.put("unknown-header", includes::unknownHeader);
    rules.put("missing-std", includes::missingStd);
    rules.put("missing-include", includes::missingInclude);
    rules.put("missing-prototype", CodeRules::missingPrototype);
  }

  Optional<Fix> fix(List<SourceFile> code, List<String> entryPoints, List<Diagnostic> faults) {
    Set<String> applied = new LinkedHashSet<>();
    List<SourceFile> fixed = new ArrayList<>();
    for (SourceFile file : code) {
      List<SourceFile> others = code.stream().filter(other -> !other.equals(file)).toList();
      List<Diagnostic> own = faults.stream().filter(f -> f.path().equals(file.path())).toList();
      Fixing fixing = new Fixing(names, file, others, entryPoints, own);
      for (Map.Entry<String, Fixing.Rule> rule : rules.entrySet()) {
        Optional<String> text = rule.getValue().apply(fixing);
        if (text.isPresent()) {
          applied.add(rule.getKey());
          fixing = fixing.with(text.get());
        }
      }
      fixed.add(fixing.file());
    }
    return applied.isEmpty() ? Optional.empty() : Optional.of(new Fix(List.copyOf(applied), fixed));
  }
}
