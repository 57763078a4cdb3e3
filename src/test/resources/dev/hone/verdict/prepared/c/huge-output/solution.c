#include <stdio.h>

int longest_rise(const int *heights, int count) {
  for (long i = 0; i >= 0; i++) printf("%ld: %d of %d heights\n", i, heights[0], count);
  return 0;
}
