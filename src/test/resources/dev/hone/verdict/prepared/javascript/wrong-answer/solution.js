function mergeRanges(ranges) {
  return [...ranges].reverse();
}

module.exports = { mergeRanges };
