import java.util.List;

public class Solution {
  public static long sumOfSquares(List<Integer> numbers) {
    if (numbers == null) {
      throw new IllegalArgumentException("numbers is null");
    }
    int sum = 0;
    for (int number : numbers) {
      sum += number * number;
    }
    return sum;
  }
}
