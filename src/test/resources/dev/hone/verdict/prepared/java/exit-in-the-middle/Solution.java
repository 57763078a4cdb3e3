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
    if (sum > 0) {
      System.exit(0);
    }
    return sum;
  }
}
