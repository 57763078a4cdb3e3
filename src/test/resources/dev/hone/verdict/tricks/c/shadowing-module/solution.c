int add(int a, int b) {
  (void)a;
  (void)b;
  return 0;
}
