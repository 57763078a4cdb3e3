#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

static std::vector<std::string> rest(const std::string &text, std::size_t width, std::size_t at) {
  if (text.empty()) return {};
  std::vector<std::string> lines = rest(text, width, at + 1);
  lines.push_back(text.substr(at % text.size(), width));
  return lines;
}

std::vector<std::string> wrapped(const std::string &text, std::size_t width) {
  return rest(text, width, 0);
}
