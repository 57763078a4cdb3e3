import java.util.List;

public class Solution {
  public static long sumOfSquares(List<Integer> numbers) {
    if (numbers == null) {
      throw new IllegalArgumentException("numbers is null");
    }
    long sum = 0;
    for (int round = 0; round < 1_000_000; round++) {
      System.out.println("round " + round + " of the sum of squares: " + sum);
    }
    for (int number : numbers) {
      sum += (long) number * number;
    }
    return sum;
  }
}
