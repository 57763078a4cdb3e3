int longest_rise(const int *heights, int count) {
  int *lengths = malloc(sizeof(int) * (unsigned)count);
  int best = 0;
  for (int i = 0; i < count; i++) {
    lengths[i] = i > 0 && heights[i] > heights[i - 1] ? lengths[i - 1] + 1 : 1;
    if (lengths[i] > best) best = lengths[i];
  }
  return best;
}
