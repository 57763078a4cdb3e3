package dev.hone.scan;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.syntax.Grammar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.treesitter.TSLanguage;

/// Holds files of one language against rules in their three forms. Safe for use by several threads.
final class Reader {
  private final Dialect dialect;
  private final QueryExaminer queries;

  Reader(LanguageId language, List<Rule> rules) {
    TSLanguage grammar = Grammar.of(language);
    this.dialect = dialect(language, new SyntaxTree(grammar));
    this.queries = new QueryExaminer(grammar, rules);
  }

  private static Dialect dialect(LanguageId language, SyntaxTree trees) {
    return switch (language) {
      case PYTHON -> new Python(trees);
      case JAVASCRIPT, TYPESCRIPT -> new JavaScript(trees);
      case JAVA -> new Java(trees);
      case GO -> new Go(trees);
      case RUST -> new Rust(trees);
      case C, CPP -> new C(trees);
    };
  }

  /// The findings in each file, in the order of the files.
  List<Set<Finding>> findings(List<SourceFile> files, Collection<Rule> asked) {
    Map<SourceFile, Set<Finding>> named = new Examiner(dialect, asked).findings(files);
    List<Set<Finding>> found = new ArrayList<>();
    for (SourceFile file : files) {
      Set<Finding> inFile = new LinkedHashSet<>(named.getOrDefault(file, Set.of()));
      inFile.addAll(queries.findings(file, asked));
      for (Rule rule : asked) {
        rule.looks().files().stream()
            .flatMap(pattern -> pattern.find(file).stream())
            .map(place -> finding(rule, file, place))
            .forEach(inFile::add);
      }
      found.add(inFile);
    }
    return found;
  }

  private static Finding finding(Rule rule, SourceFile file, FilePattern.Place place) {
    return new Finding(
        rule.id(), rule.severity(), file.path(), place.line(), place.shown(), rule.why());
  }
}
