#include <sstream>
#include <stdexcept>
#include <string>

std::vector<std::string> wrapped(const std::string &text, std::size_t width) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  std::string word;
  while (words >> word) {
    if (word.size() > width) throw std::invalid_argument("too long: " + word);
    if (lines.empty() || lines.back().size() + 1 + word.size() > width) {
      lines.push_back(word);
    } else {
      lines.back() += " " + word;
    }
  }
  return lines;
}
