export function mergeRanges(ranges: [number, number][]): [number, number][] {
  for (let i = 0; i < 1e7; i++) {
    console.log('x'.repeat(1000) + i);
  }
  return ranges;
}
