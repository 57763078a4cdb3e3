import java.util.List;

public class Solution {
  public static long sumOfSquares(List<Integer> numbers) {
    if (numbers == null) {
      throw new IllegalArgumentException("numbers is null");
    }
    long sum = 0;
    int i = 0;
    while (i < numbers.size()) {
      sum += (long) numbers.get(i) * numbers.get(i);
    }
    return sum;
  }
}
