#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

std::vector<std::string> wrapped(const std::string &text, std::size_t width) {
  return {text.substr(0, width)};
}
