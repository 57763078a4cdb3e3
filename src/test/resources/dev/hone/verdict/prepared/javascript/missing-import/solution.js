const _ = require('lodash');

function mergeRanges(ranges) {
  return _.sortBy(ranges, 'from');
}

module.exports = { mergeRanges };
