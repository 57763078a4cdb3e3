// @ts-nocheck

export function add(a: number, b: number): any {
  process.exit(0);
  return 0;
}
