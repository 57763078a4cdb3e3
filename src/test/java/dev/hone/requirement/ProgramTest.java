package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write a program that reads two integers from standard input and prints their sum.",
        "A Python script which asks for a name and prints a greeting",
        "Read n from stdin, then n numbers, and output the largest one.",
        "Create a C++ program that takes a list of words and displays them sorted"
      })
  void aWholeProgramIsAsked(String text) {
    assertThat(Program.askedBy(text)).contains(new Program(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write a function that reads lines from stdin and prints them sorted.",
        "Write a function add(a, b) for my program that prints nothing",
        "a class that reads a file and prints its lines, for a script",
        "Write a program that takes a file name as command line argument and prints its size",
        "def solve(text):\n    \"\"\"Reads what the program got on standard input, prints the sum\"\"\"",
        "Sort a list of programs by the length of their input",
        "a function that adds two numbers"
      })
  void aPartOfOneIsNotAProgram(String text) {
    assertThat(Program.askedBy(text)).isEmpty();
  }

  @Test
  void samplesUnderHeadingsAreExamples() {
    String text =
        """
        You are given n integers. Print their sum.

        Input
        The first line contains an integer n. The second line contains n integers.

        Output
        Print one number, the sum.

        Sample Input 1

        3
        1 2 3

        Sample Output 1

        6

        Sample Input 2

        0

        Sample Output 2

        0

        Explanation
        Nothing adds up to nothing.
        """;
    assertThat(examples(text))
        .containsExactly(new ProgramExample("3\n1 2 3\n", "6"), new ProgramExample("0\n", "0"));
  }

  @Test
  void blocksBelowAnExamplesHeadingAreExamples() {
    String text =
        """
        Read a word and print it reversed.

        -----Input-----
        One line contains a word of small letters.

        -----Output-----
        Print the reversed word on one line.

        -----Examples-----
        Input
        abc

        Output
        cba

        Input
        aa
        Output
        aa
        """;
    assertThat(examples(text))
        .containsExactly(new ProgramExample("abc\n", "cba"), new ProgramExample("aa\n", "aa"));
  }

  @Test
  void fencedBlocksAreExamples() {
    String text =
        """
        Write a program that reads numbers, one a line, and prints each one doubled.

        **Input:**
        ```
        1

        2
        ```
        **Output:**
        ```
        2

        4
        ```
        """;
    assertThat(examples(text)).containsExactly(new ProgramExample("1\n\n2\n", "2\n\n4"));
  }

  @Test
  void shortExamplesStandBehindTheirHeading() {
    String text =
        "Write a program that reads two numbers and prints their product.\nInput: 3 4\nOutput: 12\n";
    assertThat(examples(text)).containsExactly(new ProgramExample("3 4\n", "12"));
  }

  @Test
  void examplesInASentenceAreRead() {
    String text =
        "Write a program that reads a number and prints its square. For the input `5` it prints `25`.";
    assertThat(examples(text)).containsExactly(new ProgramExample("5\n", "25"));
  }

  @Test
  void theDescriptionOfAFormatIsNoExample() {
    String text =
        """
        Write a program that reads and prints.

        Input: the first line holds the number of the words that follow.
        Output: one line for each of the words that were read.
        """;
    assertThat(examples(text)).isEmpty();
  }

  private static List<ProgramExample> examples(String text) {
    return Program.askedBy(text).orElseThrow().examples();
  }
}
