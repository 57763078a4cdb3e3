package dev.hone.scan;

import dev.hone.language.SourceFile;
import dev.hone.language.syntax.SyntaxNode;
import dev.hone.scan.Expression.AnyOf;
import dev.hone.scan.Expression.Argument;
import dev.hone.scan.Expression.Call;
import dev.hone.scan.Expression.Constant;
import dev.hone.scan.Expression.Element;
import dev.hone.scan.Expression.Joined;
import dev.hone.scan.Expression.Lambda;
import dev.hone.scan.Expression.Member;
import dev.hone.scan.Expression.Mentions;
import dev.hone.scan.Expression.Method;
import dev.hone.scan.Expression.Name;
import dev.hone.scan.Expression.Other;
import dev.hone.scan.Expression.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the syntax trees of the files of one candidate against rules that are names. Used once.
final class Examiner {
  // More than a finding shows, even where each character takes four bytes.
  private static final int MOST_BYTES = 400;

  private final Dialect dialect;
  private final Collection<Rule> rules;
  private final Names names;
  private final Map<String, Scope> modules = new HashMap<>();
  private final Map<String, Set<Match>> fitting = new HashMap<>();

  Examiner(Dialect dialect, Collection<Rule> rules) {
    this.dialect = dialect;
    this.rules = rules;
    this.names = new Names(dialect);
  }

  private record Visit(SyntaxNode node, Scope scope) {}

  /// One expression with what it and its function stand for.
  private record Sighting(
      Scope scope, Expression expression, List<String> used, List<String> called) {}

  /// The findings in each file, in the order of its text.
  Map<SourceFile, Set<Finding>> findings(List<SourceFile> files) {
    Map<SourceFile, List<Visit>> visits = new LinkedHashMap<>();
    for (SourceFile file : files) {
      Scope module = new Scope(modules);
      modules(file.path()).forEach(name -> modules.putIfAbsent(name, module));
      visits.put(file, visits(dialect.read(file.content()), module));
    }
    Map<SourceFile, Set<Finding>> findings = new LinkedHashMap<>();
    visits.forEach((file, some) -> findings.put(file, findings(file, some)));
    return findings;
  }

  /// The names that other files of the candidate may import a file by.
  private static List<String> modules(String path) {
    String whole = path.replaceFirst("[.]\\w+$", "").replaceFirst("/__init__$", "");
    return List.of(whole.replace('/', '.'), whole.substring(whole.lastIndexOf('/') + 1));
  }

  private Set<Finding> findings(SourceFile file, List<Visit> visits) {
    Set<Finding> findings = new LinkedHashSet<>();
    for (Visit visit : visits) {
      SyntaxNode node = visit.node();
      Sighting sighting = sighting(node, visit.scope());
      if (sighting.expression() instanceof Other) {
        continue;
      }
      for (Rule rule : rules) {
        if (rule.looks().matches().stream().anyMatch(match -> objects(match, sighting))) {
          findings.add(finding(rule, file, node));
        }
      }
    }
    return findings;
  }

  /// All nodes with their scopes, after everything that they bind was entered. A loop with a stack
  /// of its own, because code can be nested deeper than a thread's stack.
  private List<Visit> visits(SyntaxNode root, Scope module) {
    List<Visit> visits = new ArrayList<>();
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(root, module));
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
    List<String> called = names.functions(expression, scope);
    List<String> used =
        switch (expression) {
          case Name _, Member _, Element _, Call _, Path _, Mentions _ -> used(node, scope);
          // its function is no node of its own
          case Method _ -> Stream.concat(called.stream(), used(node, scope).stream()).toList();
          case Constant _, Joined _, AnyOf _, Lambda _, Other _ -> List.of();
        };
    return new Sighting(scope, expression, used, called);
  }

  private List<String> used(SyntaxNode node, Scope scope) {
    return dialect.reads(node) && !dialect.partOfMore(node) ? names.paths(node, scope) : List.of();
  }

  private boolean objects(Match match, Sighting sighting) {
    return switch (match.when()) {
      case USED -> isAny(match, sighting.used());
      case MEMBER -> match.names().contains(member(sighting.expression()));
      case CHOSEN -> chosen(match, sighting);
      case CALLED, FITTING, TEXT, COMPUTED, WITHOUT, SINGLE ->
          isAny(match, sighting.called())
              && decides(match, sighting.expression().arguments(), sighting.scope());
    };
  }

  private static String member(Expression expression) {
    return switch (expression) {
      case Member(_, String name) -> name;
      case Method(_, String name, _) -> name;
      case Name _, Element _, Call _, Path _, Mentions _, Constant _ -> "";
      case Joined _, AnyOf _, Lambda _, Other _ -> "";
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
    return isAny(match, names.paths(object, scope));
  }

  private boolean isAny(Match match, List<String> paths) {
    for (String path : paths) {
      if (fitting.computeIfAbsent(path, this::fitting).contains(match)) {
        return true;
      }
    }
    return false;
  }

  /// The matches that have a name, found once: the same names come again and again.
  private Set<Match> fitting(String path) {
    Set<Match> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Rule rule : rules) {
      rule.looks().matches().stream().filter(match -> match.names(path)).forEach(found::add);
    }
    return found;
  }

  private boolean decides(Match match, List<Argument> arguments, Scope scope) {
    if (match.when() == Match.When.CALLED) {
      return true;
    }
    if (match.when() == Match.When.SINGLE) {
      return arguments.size() == 1;
    }
    Optional<SyntaxNode> argument = argument(match, arguments);
    if (argument.isEmpty()) {
      return match.when() == Match.When.WITHOUT;
    }
    List<String> texts = names.texts(argument.get(), scope);
    Pattern pattern = Pattern.compile(match.pattern());
    return switch (match.when()) {
      case FITTING ->
          texts.isEmpty() || texts.stream().anyMatch(text -> pattern.matcher(text).matches());
      case TEXT ->
          !texts.isEmpty()
              || isText(argument.get())
              || names.paths(argument.get(), scope).stream()
                  .anyMatch(path -> pattern.matcher(path).matches());
      case COMPUTED -> texts.isEmpty();
      case WITHOUT ->
          names.paths(argument.get(), scope).stream()
              .noneMatch(path -> pattern.matcher(path).matches());
      case USED, MEMBER, CHOSEN, CALLED, SINGLE -> false;
    };
  }

  private boolean isText(SyntaxNode node) {
    Expression expression = dialect.expression(node);
    return expression instanceof Constant
        || node.is("template_string")
        || (expression instanceof Joined(List<SyntaxNode> parts)
            && parts.stream().anyMatch(part -> dialect.expression(part) instanceof Constant));
  }

  private static Optional<SyntaxNode> argument(Match match, List<Argument> arguments) {
    for (Argument each : arguments) {
      if (!match.keyword().isEmpty() && each.keyword().equals(match.keyword())) {
        return Optional.of(each.value());
      }
    }
    boolean placed =
        match.argument() < arguments.size() && arguments.get(match.argument()).keyword().isEmpty();
    return placed ? Optional.of(arguments.get(match.argument()).value()) : Optional.empty();
  }

  private static Finding finding(Rule rule, SourceFile file, SyntaxNode node) {
    SyntaxNode whole = node.parent().filter(parent -> calls(parent, node)).orElse(node);
    String call = Shown.call(whole.start(MOST_BYTES));
    return new Finding(rule.id(), rule.severity(), file.path(), whole.line(), call, rule.why());
  }

  private static boolean calls(SyntaxNode parent, SyntaxNode node) {
    return switch (parent.type()) {
      case "call", "call_expression" -> node.field().equals("function");
      case "new_expression" -> node.field().equals("constructor");
      case "object_creation_expression" -> node.field().equals("type");
      case "method_invocation" -> node.field().equals("name");
      default -> false;
    };
  }
}
