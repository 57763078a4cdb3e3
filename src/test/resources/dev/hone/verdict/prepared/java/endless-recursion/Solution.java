import java.util.List;

public class Solution {
  public static long sumOfSquares(List<Integer> numbers) {
    if (numbers == null) {
      throw new IllegalArgumentException("numbers is null");
    }
    return (long) numbers.size() + sumOfSquares(numbers);
  }
}
