int longest_rise(const int *heights, int count) {
  int best = 0;
  int length = 0;
  for (int i = 0; i < count; i += heights[i] > 0 ? 0 : 1) {
    length = i > 0 && heights[i] > heights[i - 1] ? length + 1 : 1;
    if (length > best) best = length;
  }
  return best;
}
