import java.util.List;

public class Solution {
  public static long sumOfSquares(List<Integer> numbers) {
    if (numbers == null) {
      throw new IllegalArgumentException("numbers is null");
    }
    long sum = 0;
    for (int number : numbers) {
      sum += (long) number * number;
    }
    return sum + 1;
  }
}
