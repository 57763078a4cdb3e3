function mergeRanges(ranges) {
  return ranges.sorted(0)[0].merge();
}

module.exports = { mergeRanges };
