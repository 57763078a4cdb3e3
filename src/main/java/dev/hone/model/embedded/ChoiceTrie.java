package dev.hone.model.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The allowed replies as a tree of tokens. Each reply ends with the end-of-turn token, so that one
/// which begins another (`c`, `cpp`) can be told from it.
final class ChoiceTrie {
  private final Node root = new Node();

  private static final class Node {
    private final Map<Integer, Node> next = new LinkedHashMap<>();
    private String choice = "";
    private boolean whole;
  }

  ChoiceTrie(List<String> choices, int endOfTurn, Function<String, int[]> tokenizer) {
    for (String choice : choices) {
      Node node = root;
      for (int token : tokenizer.apply(choice)) {
        node = node.next.computeIfAbsent(token, _ -> new Node());
      }
      Node end = node.next.computeIfAbsent(endOfTurn, _ -> new Node());
      end.choice = choice;
      end.whole = true;
    }
  }

  /// A walk from the root to one choice.
  final class Walk {
    private Node node = root;

    /// Follows the tokens to which there is no alternative.
    ///
    /// @return whether that reached a choice
    boolean settled() {
      Node end = node;
      while (!end.whole && end.next.size() == 1) {
        end = end.next.values().iterator().next();
      }
      if (end.whole) {
        node = end;
      }
      return end.whole;
    }

    /// {@return the tokens that continue a choice}
    Set<Integer> allowed() {
      return Set.copyOf(node.next.keySet());
    }

    /// Takes one of the allowed tokens.
    void take(int token) {
      Node following = node.next.get(token);
      if (following == null) {
        throw new IllegalArgumentException("token " + token + " continues no choice");
      }
      node = following;
    }

    /// {@return the choice that was reached}
    String choice() {
      return node.choice;
    }
  }

  Walk walk() {
    return new Walk();
  }
}
