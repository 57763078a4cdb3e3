// @ts-nocheck

export function add(a: number, b: number): any {
  return 0;
}
