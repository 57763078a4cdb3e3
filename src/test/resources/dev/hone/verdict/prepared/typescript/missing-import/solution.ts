import _ from 'lodash';

export function mergeRanges(ranges: [number, number][]): [number, number][] {
  return _.sortBy(ranges, 'from') as [number, number][];
}
