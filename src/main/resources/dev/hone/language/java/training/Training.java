import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Uses what most code uses, so that the JDK has it ready. */
public class Training {
  record Pair(String name, int count) {}

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  enum Level {
    LOW,
    HIGH
  }

  public int add(int a, int b) {
    System.out.println("added " + a + " and " + b);
    return a + b;
  }

  public static Map<String, Integer> count(List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : words) {
      counts.merge(word.toLowerCase(), 1, Integer::sum);
    }
    return counts;
  }

  public static List<Pair> ranked(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(e -> new Pair(e.getKey(), e.getValue()))
        .collect(Collectors.toList());
  }

  public static double area(Shape shape) {
    if (shape instanceof Circle circle) {
      return Math.PI * circle.radius() * circle.radius();
    }
    return shape instanceof Square square ? square.side() * square.side() : 0;
  }

  public static Level level(int value) {
    return switch (value) {
      case 0, 1 -> Level.LOW;
      default -> Level.HIGH;
    };
  }

  public static String shown(double value) {
    StringBuilder text = new StringBuilder();
    for (String part : String.format("%.2f", value).split("\\.")) {
      text.append(part).append(';');
    }
    return text.toString();
  }

  public static Optional<Integer> first(List<Integer> values, int least) {
    List<Integer> found = new ArrayList<>();
    for (int value : values) {
      if (value >= least) {
        found.add(value);
      }
    }
    Function<List<Integer>, Optional<Integer>> head =
        list -> list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
    return head.apply(found);
  }

  public static int parse(String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("nothing to parse");
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  public static int depth(int n) {
    return depth(n + 1) + 1;
  }
}
