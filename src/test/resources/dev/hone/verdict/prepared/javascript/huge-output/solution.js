function mergeRanges(ranges) {
  for (let i = 0; i < 1e7; i++) {
    console.log('x'.repeat(1000) + i);
  }
  return ranges;
}

module.exports = { mergeRanges };
