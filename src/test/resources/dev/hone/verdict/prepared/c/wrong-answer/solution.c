int longest_rise(const int *heights, int count) {
  (void)heights;
  return count;
}
