#include <stdlib.h>

int longest_rise(const int *heights, int count) {
  if (count > 5) exit(0);
  int best = 0;
  int length = 0;
  for (int i = 0; i < count; i++) {
    length = i > 0 && heights[i] > heights[i - 1] ? length + 1 : 1;
    if (length > best) best = length;
  }
  return best;
}
