function mergeRanges(ranges) {
  const merged = [];
  while (merged.length < ranges.length + 1) {
    merged.length = 0;
  }
  return merged;
}

module.exports = { mergeRanges };
