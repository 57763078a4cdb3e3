package dev.hone.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The names that one module, function, class or block binds. All bindings of a name count at once:
/// which of them holds at a line is not asked.
final class Scope {
  /// What a scope belongs to.
  enum Kind {
    /// A file.
    MODULE,
    /// A function, and whatever else sees all names around it.
    FUNCTION,
    /// A class body of Python, whose names its functions do not see.
    CLASS,
    /// A block inside a function.
    BLOCK
  }

  private static final int MOST_VALUES = 8;

  private final Kind kind;
  private final @Nullable Scope outer;
  private final Map<String, List<Binding>> bindings = new HashMap<>();
  private final Set<String> elsewhere = new LinkedHashSet<>();
  private final List<String> wildcards = new ArrayList<>();
  private final Map<String, Scope> neighbours;

  /// Makes the scope of a file.
  ///
  /// @param neighbours the files of the same candidate by the name that code imports them by; read
  ///   only when names are asked for
  Scope(Map<String, Scope> neighbours) {
    this.kind = Kind.MODULE;
    this.outer = null;
    this.neighbours = neighbours;
  }

  Scope(Kind kind, Scope outer) {
    this.kind = kind;
    this.outer = outer;
    this.neighbours = outer.neighbours;
  }

  /// Binds a name to values that are found out when first asked for.
  void bind(String name, Supplier<Set<Value>> values) {
    Scope target = elsewhere.contains(name) ? module() : this;
    target.bindings.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Binding(values));
  }

  /// Binds a name to something that this package knows nothing about.
  void bindUnknown(String name) {
    bind(name, Set::of);
  }

  /// Says that a name assigned here belongs to the module.
  void passOn(String name) {
    elsewhere.add(name);
  }

  /// Says that all names of a module are visible here.
  void addWildcard(String module) {
    wildcards.add(module);
  }

  /// The values of a name, or empty where no scope binds it.
  Optional<Set<Value>> lookUp(String name) {
    for (Scope at = this; at != null; at = at.outer) {
      List<Binding> found = at.bindings.get(name);
      // in `os := os.Getenv` the second name is the one around
      if (found != null
          && (at == this || at.kind != Kind.CLASS)
          && !found.stream().allMatch(Binding::isOpen)) {
        return Optional.of(values(found));
      }
    }
    return Optional.empty();
  }

  /// The scope that holds a name, or the module where none does.
  Scope holder(String name) {
    for (Scope at = this; at != null; at = at.outer) {
      if (at.bindings.containsKey(name)) {
        return at;
      }
    }
    return module();
  }

  /// Another file of the same candidate.
  Optional<Scope> neighbour(String name) {
    return Optional.ofNullable(neighbours.get(name)).filter(scope -> scope != module());
  }

  /// Whether another file of the same candidate binds a name at its top.
  boolean boundNextDoor(String name) {
    return neighbours.values().stream().anyMatch(each -> each.bindings.containsKey(name));
  }

  /// Whether this is the top of a file.
  boolean isModule() {
    return kind == Kind.MODULE;
  }

  /// The function or module around a block.
  Scope function() {
    Scope at = this;
    while (at.kind == Kind.BLOCK && at.outer != null) {
      at = at.outer;
    }
    return at;
  }

  Scope module() {
    Scope at = this;
    while (at.outer != null) {
      at = at.outer;
    }
    return at;
  }

  List<String> wildcards() {
    return module().wildcards;
  }

  private static Set<Value> values(List<Binding> found) {
    Set<Value> values = new LinkedHashSet<>();
    for (Binding each : found) {
      for (Value value : each.values()) {
        if (values.size() < MOST_VALUES) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /// Values found once; a binding that leads back to itself has none.
  private static final class Binding {
    private final Supplier<Set<Value>> source;
    private @Nullable Set<Value> known;
    private boolean open;

    Binding(Supplier<Set<Value>> source) {
      this.source = source;
    }

    Set<Value> values() {
      if (known == null) {
        known = Set.of();
        open = true;
        known = source.get();
        open = false;
      }
      return known;
    }

    /// Whether its values are being found out.
    boolean isOpen() {
      return open;
    }
  }
}
