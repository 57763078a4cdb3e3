import java.util.ArrayList;
import java.util.List;

public class Solution {
  public static long sumOfSquares(List<Integer> numbers) {
    List<long[]> kept = new ArrayList<>();
    while (true) {
      kept.add(new long[1 << 17]);
    }
  }
}
