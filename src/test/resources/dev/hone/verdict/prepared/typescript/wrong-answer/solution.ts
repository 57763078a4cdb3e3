export function mergeRanges(ranges: [number, number][]): [number, number][] {
  return [...ranges].reverse();
}
