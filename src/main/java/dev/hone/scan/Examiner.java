package dev.hone.scan;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.Argument;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Element;
import dev.hone.scan.Expression.Joined;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds the syntax tree of one file against rules. Used once.
final class Examiner {
  // More than a finding shows, even where each character takes four bytes.
  private static final int MOST_BYTES = 400;

  private final Dialect dialect;
  private final Collection<Rule> rules;
  private final Names names;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final SourceFile file;

  Examiner(Dialect dialect, Collection<Rule> rules, SourceFile file) {
    this.dialect = dialect;
    this.rules = rules;
    this.file = file;
    this.names = new Names(dialect);
  }

  private record Visit(SyntaxNode node, Scope scope) {}

  /// One expression with what it and its function stand for.
  private record Sighting(
      Scope scope, Expression expression, List<String> used, List<String> called) {}

  /// The findings in the order of the text.
  List<Finding> findings() {
    for (Visit visit : visits(dialect.read(file.content()))) {
      SyntaxNode node = visit.node();
      Sighting sighting = sighting(node, visit.scope());
      for (Rule rule : rules) {
        if (rule.matches().stream().anyMatch(match -> objects(match, sighting))) {
          findings.add(finding(rule, node));
        }
      }
    }
    return List.copyOf(findings);
  }

  /// All nodes with their scopes, after everything that they bind was entered. A loop with a stack
  /// of its own, because code can be nested deeper than a thread's stack.
  private List<Visit> visits(SyntaxNode root) {
    List<Visit> visits = new ArrayList<>();
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(root, new Scope(Scope.Kind.MODULE, null)));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      visits.add(visit);
      SyntaxNode node = visit.node();
      Scope around = visit.scope();
      dialect.declare(node, around, names);
      Scope own =
          dialect
              .opens(node)
              .filter(kind -> kind != Scope.Kind.MODULE)
              .map(kind -> new Scope(kind, around))
              .orElse(around);
      if (own != around) {
        dialect.declareInside(node, own, around, names);
      }
      for (SyntaxNode child : node.children().reversed()) {
        open.push(new Visit(child, dialect.scopeOf(child, own, around)));
      }
    }
    return visits;
  }

  private Sighting sighting(SyntaxNode node, Scope scope) {
    Expression expression = dialect.expression(node);
    List<String> used = List.of();
    List<String> called = List.of();
    if (expression instanceof Name
        || expression instanceof Member
        || expression instanceof Element
        || expression instanceof Call) {
      used = dialect.reads(node) && !partOfMore(node) ? names.paths(node, scope) : used;
    }
    if (expression instanceof Call call) {
      called = names.paths(call.function(), scope);
    }
    return new Sighting(scope, expression, used, called);
  }

  private boolean objects(Match match, Sighting sighting) {
    return switch (match.when()) {
      case USED -> sighting.used().stream().anyMatch(match::names);
      case MEMBER ->
          sighting.expression() instanceof Member(_, String name) && match.names().contains(name);
      case CHOSEN -> chosen(match, sighting);
      case FITTING, TEXT, COMPUTED, WITHOUT ->
          sighting.expression() instanceof Call call
              && sighting.called().stream().anyMatch(match::names)
              && decides(match, call, sighting.scope());
    };
  }

  /// Whether the node is the object of a member, which is then looked at as a whole.
  private static boolean partOfMore(SyntaxNode node) {
    return switch (node.parent().map(SyntaxNode::type).orElse("")) {
      case "attribute", "member_expression", "subscript_expression" ->
          node.field().equals("object");
      case "subscript" -> node.field().equals("value");
      default -> false;
    };
  }

  private boolean chosen(Match match, Sighting sighting) {
    Scope scope = sighting.scope();
    return switch (sighting.expression()) {
      case Element(SyntaxNode object, SyntaxNode index) ->
          names.texts(index, scope).isEmpty() && isOne(match, object, scope);
      case Call(_, List<Argument> arguments) ->
          arguments.size() >= 2
              && names.texts(arguments.get(1).value(), scope).isEmpty()
              && sighting.called().stream().anyMatch(Examiner::picks)
              && isOne(match, arguments.getFirst().value(), scope);
      default -> false;
    };
  }

  private static boolean picks(String path) {
    return path.equals("builtins.getattr") || path.equals("global.Reflect.get");
  }

  private boolean isOne(Match match, SyntaxNode object, Scope scope) {
    return names.paths(object, scope).stream().anyMatch(match::names);
  }

  private boolean decides(Match match, Call call, Scope scope) {
    Optional<SyntaxNode> argument = argument(match, call);
    if (argument.isEmpty()) {
      return match.when() == Match.When.WITHOUT;
    }
    List<String> texts = names.texts(argument.get(), scope);
    Pattern pattern = Pattern.compile(match.pattern());
    return switch (match.when()) {
      case FITTING ->
          texts.isEmpty() || texts.stream().anyMatch(text -> pattern.matcher(text).matches());
      case TEXT -> !texts.isEmpty() || isText(argument.get());
      case COMPUTED -> texts.isEmpty();
      case WITHOUT ->
          names.paths(argument.get(), scope).stream()
              .noneMatch(path -> pattern.matcher(path).matches());
      case USED, MEMBER, CHOSEN -> false;
    };
  }

  private boolean isText(SyntaxNode node) {
    Expression expression = dialect.expression(node);
    return expression instanceof Constant
        || node.is("template_string")
        || (expression instanceof Joined(List<SyntaxNode> parts)
            && parts.stream().anyMatch(part -> dialect.expression(part) instanceof Constant));
  }

  private static Optional<SyntaxNode> argument(Match match, Call call) {
    List<Argument> arguments = call.arguments();
    for (Argument each : arguments) {
      if (!match.keyword().isEmpty() && each.keyword().equals(match.keyword())) {
        return Optional.of(each.value());
      }
    }
    boolean placed =
        match.argument() < arguments.size() && arguments.get(match.argument()).keyword().isEmpty();
    return placed ? Optional.of(arguments.get(match.argument()).value()) : Optional.empty();
  }

  private Finding finding(Rule rule, SyntaxNode node) {
    SyntaxNode whole =
        node.parent()
            .filter(p -> p.is("call", "call_expression", "new_expression"))
            .filter(_ -> node.field().equals("function") || node.field().equals("constructor"))
            .orElse(node);
    String call = Shown.call(whole.start(MOST_BYTES));
    return new Finding(rule.id(), rule.severity(), file.path(), whole.line(), call, rule.why());
  }
}
