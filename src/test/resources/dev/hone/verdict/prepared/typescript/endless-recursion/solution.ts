export function mergeRanges(ranges: [number, number][]): [number, number][] {
  return mergeRanges(ranges.concat([]));
}
