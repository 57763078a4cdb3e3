static int rise(const int *heights, int count, int at) {
  if (count == 0) return 0;
  int rest = rise(heights, count, at + 1);
  return rest + (heights[at % count] > 0);
}

int longest_rise(const int *heights, int count) { return rise(heights, count, 0); }
