int longest_rise(const int *heights, int count) {
  if (count == 0) return "none";
  return heights[0];
}
