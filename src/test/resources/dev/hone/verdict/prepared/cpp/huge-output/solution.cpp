#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

std::vector<std::string> wrapped(const std::string &text, std::size_t width) {
  for (std::size_t i = 0; i < std::string::npos; i++) std::cout << i << ": " << text << " at " << width << "\n";
  return {};
}
