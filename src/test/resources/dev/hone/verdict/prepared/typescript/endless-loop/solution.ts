export function mergeRanges(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  while (merged.length < ranges.length + 1) {
    merged.length = 0;
  }
  return merged;
}
