function mergeRanges(ranges) {
  return mergeRanges(ranges.concat([]));
}

module.exports = { mergeRanges };
