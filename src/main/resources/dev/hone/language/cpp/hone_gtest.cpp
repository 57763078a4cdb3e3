// What is linked to a test file that uses GoogleTest: failures go to the runner's pipe, and a main
// program is there where the file has none.
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

namespace {

void report(char kind, const std::string &text) {
  std::string line = kind + text.substr(0, 2000);
  for (char &c : line) {
    if (c == '\n') c = '\r';
  }
  line += '\n';
  if (write(198, line.data(), line.size()) < 0) _exit(3);
}

class Reporter : public testing::EmptyTestEventListener {
  void OnTestPartResult(const testing::TestPartResult &result) override {
    std::string place = result.file_name() == nullptr ? "" : result.file_name();
    // An exception that the test let out has no place.
    if (!place.empty()) place += ":" + std::to_string(result.line_number()) + ": ";
    std::string text = place + result.message();
    if (result.failed()) report('F', text);
    if (result.skipped()) report('S', result.message());
  }
};

const bool registered = [] {
  testing::UnitTest::GetInstance()->listeners().Append(new Reporter);
  return true;
}();

}  // namespace

extern "C" __attribute__((weak)) int main(int count, char **arguments) {
  testing::InitGoogleTest(&count, arguments);
  return RUN_ALL_TESTS();
}
