package dev.hone.scan;

import dev.hone.language.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCapture;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSTree;

/// Holds files of one compiled language against rules that are queries on the syntax tree. What
/// such a language imports stands in the open, so names are not followed; an import under another
/// name is itself a finding where it would hide a call. Safe for use by several threads.
final class QueryExaminer {
  private static final String CALL = "call";

  private final TSLanguage grammar;
  private final Map<Rule, List<TSQuery>> queries = new LinkedHashMap<>();

  QueryExaminer(TSLanguage grammar, Collection<Rule> rules) {
    this.grammar = grammar;
    rules.forEach(rule -> queries.put(rule, rule.queries().stream().map(this::query).toList()));
  }

  private TSQuery query(String text) {
    return new TSQuery(grammar, text);
  }

  /// The findings of these rules, those of one rule together.
  List<Finding> findings(SourceFile file, Collection<Rule> asked) {
    // half a surrogate pair is no UTF-8, which the parser refuses
    byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
    String clean = new String(bytes, StandardCharsets.UTF_8);
    Set<Finding> findings = new LinkedHashSet<>();
    try (TSParser parser = new TSParser()) {
      if (!parser.setLanguage(grammar)) {
        throw new IllegalStateException("the grammar does not fit the parser");
      }
      try (TSTree tree = parser.parseString(null, clean)) {
        for (Rule rule : asked) {
          for (TSQuery query : queries.getOrDefault(rule, List.of())) {
            for (TSNode node : captured(query, tree.getRootNode(), clean)) {
              findings.add(finding(rule, file, node, bytes));
            }
          }
        }
      }
    }
    return List.copyOf(findings);
  }

  private static List<TSNode> captured(TSQuery query, TSNode root, String text) {
    List<TSNode> nodes = new ArrayList<>();
    try (TSQueryCursor cursor = new TSQueryCursor()) {
      cursor.exec(query, root, text);
      TSQueryMatch match = new TSQueryMatch();
      while (cursor.nextMatch(match)) {
        for (TSQueryCapture capture : match.getCaptures()) {
          if (query.getCaptureNameForId(capture.getIndex()).equals(CALL)) {
            nodes.add(capture.getNode());
          }
        }
      }
    }
    return nodes;
  }

  private static Finding finding(Rule rule, SourceFile file, TSNode node, byte[] bytes) {
    int start = Math.min(node.getStartByte(), bytes.length);
    int end = Math.min(node.getEndByte(), bytes.length);
    String text = new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    return new Finding(
        rule.id(),
        rule.severity(),
        file.path(),
        node.getStartPoint().getRow() + 1,
        Shown.call(text),
        rule.why());
  }
}
