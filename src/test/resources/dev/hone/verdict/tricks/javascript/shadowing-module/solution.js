function add(a, b) {
  return 0;
}

module.exports = { add };
