package dev.hone.plan;

import dev.hone.language.LanguageId;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.LanguageGuess;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Something that a requirement leaves open, as a person is asked for it.
public sealed interface Question {
  /// {@return the question, on one line}
  String text();

  /// {@return what counts without an answer; empty where nothing is certain}
  String otherwise();

  /// {@return the answer in words that stand below the requirement; empty where it is none to this
  /// question}
  ///
  /// @param answer what a person typed, not blank
  Optional<String> sentence(String answer);

  /// {@return how an answer looks}
  String hint();

  /// Asks for the language.
  ///
  /// @param choices those that there are
  /// @param otherwise the one that is taken without an answer; empty where the model decides
  record OfLanguage(List<LanguageId> choices, String otherwise) implements Question {
    /// Copies the list.
    public OfLanguage {
      choices = List.copyOf(choices);
    }

    @Override
    public String text() {
      return "Which language: " + names() + "?";
    }

    @Override
    public Optional<String> sentence(String answer) {
      return language(answer).map(language -> "Write it in " + language.title() + ".");
    }

    /// {@return the language that an answer names, by whatever name it has}
    ///
    /// @param answer what a person typed
    public Optional<LanguageId> language(String answer) {
      Optional<LanguageId> named =
          choices.stream().filter(choice -> choice.id().equalsIgnoreCase(answer)).findFirst();
      return named.isPresent()
          ? named
          : new LanguageDetector().guess("Write it in " + answer + ".")
                  instanceof LanguageGuess.Named(LanguageId language, String _)
              ? Optional.of(language).filter(choices::contains)
              : Optional.empty();
    }

    @Override
    public String hint() {
      return "one of: " + names();
    }

    private String names() {
      return choices.stream().map(LanguageId::id).collect(Collectors.joining(", "));
    }
  }

  /// Asks for a name, or whether it is a program.
  record OfName() implements Question {
    private static final Pattern PROGRAM =
        Pattern.compile("(?i)(?:an? )?(?:whole )?(?:program|script)");
    private static final Pattern FUNCTION = Pattern.compile("(?i)(?:an? )?function");
    private static final Pattern CLASS = Pattern.compile("(?i)(?:an? )?class ([A-Za-z_]\\w*)");
    private static final Pattern NAME =
        Pattern.compile("(?:(?i:function) )?([A-Za-z_$][\\w$]*(?:\\s*\\(.*\\).*)?)");

    @Override
    public String text() {
      return "What is it called: a function such as parse_price, class NAME, or program?";
    }

    @Override
    public String otherwise() {
      return "";
    }

    @Override
    public Optional<String> sentence(String answer) {
      if (PROGRAM.matcher(answer).matches()) {
        return Optional.of(
            "Write it as a program that reads standard input and prints its result.");
      }
      if (FUNCTION.matcher(answer).matches()) {
        return Optional.of("Write it as a function.");
      }
      Matcher type = CLASS.matcher(answer);
      if (type.matches()) {
        return Optional.of("Write it as a class called " + type.group(1) + ".");
      }
      Matcher name = NAME.matcher(answer);
      return name.matches()
          ? Optional.of("The function is called " + name.group(1) + ".")
          : Optional.empty();
    }

    @Override
    public String hint() {
      return "a name or a signature, class NAME, or the word program";
    }
  }

  /// Asks for an example of input and output.
  record OfExample() implements Question {
    private static final Pattern CALL = Pattern.compile(".*\\w\\(.*\\).*");
    private static final Pattern PAIR = Pattern.compile("(.*?\\S)\\s*(?:->|=>|→)\\s*(\\S.*)");

    @Override
    public String text() {
      return "An example of what goes in and what comes out, such as f(2) == 4, or 3 4 -> 7?";
    }

    @Override
    public String otherwise() {
      return "";
    }

    /// {@return the example in a form that examples of a requirement are read in}
    @Override
    public Optional<String> sentence(String answer) {
      Matcher pair = PAIR.matcher(answer);
      return Optional.of(
          !CALL.matcher(answer).matches() && pair.matches()
              ? "Example:\nInput: %s\nOutput: %s".formatted(pair.group(1), pair.group(2))
              : "Example: " + answer);
    }

    @Override
    public String hint() {
      return "a call and its value, or input -> output";
    }
  }

  /// Asks what a model wants to know.
  ///
  /// @param text the question as the model wrote it
  record OfModel(String text) implements Question {
    @Override
    public String otherwise() {
      return "";
    }

    @Override
    public Optional<String> sentence(String answer) {
      return Optional.of(text + " " + answer);
    }

    @Override
    public String hint() {
      return "a few words";
    }
  }
}
