const test = require('node:test');
const assert = require('node:assert');
const { mergeRanges } = require('./solution.js');

test('empty list', () => {
  assert.deepStrictEqual(mergeRanges([]), []);
});

test('overlapping ranges', () => {
  assert.deepStrictEqual(mergeRanges([[1, 4], [2, 6]]), [[1, 6]]);
});

test('touching ranges', () => {
  assert.deepStrictEqual(mergeRanges([[1, 2], [2, 3]]), [[1, 3]]);
});

test('unsorted ranges', () => {
  assert.deepStrictEqual(mergeRanges([[8, 9], [1, 3], [2, 4]]), [[1, 4], [8, 9]]);
});

test('input unchanged', () => {
  const input = [[5, 6], [1, 2]];
  mergeRanges(input);
  assert.deepStrictEqual(input, [[5, 6], [1, 2]]);
});
