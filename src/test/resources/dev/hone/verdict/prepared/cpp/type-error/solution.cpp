#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

std::vector<std::string> wrapped(const std::string &text, std::size_t width) {
  std::vector<std::string> lines;
  lines.push_back(text.size() + width);
  return text;
}
