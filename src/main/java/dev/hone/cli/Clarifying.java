package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.cli.terminal.Cells;
import dev.hone.plan.Answer;
import dev.hone.plan.Clarification;
import dev.hone.plan.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Questions to a person before a run whose requirement leaves something open.
final class Clarifying {
  private static final String CLARIFY = "--clarify";

  private final Services services;
  private final Streams streams;
  private final boolean quiet;

  private Clarifying(Services services, Streams streams, boolean quiet) {
    this.services = services;
    this.streams = streams;
    this.quiet = quiet;
  }

  static OptionSpec spec() {
    return Options.flag(CLARIFY, "ask up to three questions first where something is left open");
  }

  /// {@return the request with what the person answered below its requirement; as it is where
  /// nothing was asked for, nothing is open, or nobody is there to ask}
  ///
  /// @param services as the options chose them, those that the run takes
  /// @throws InterruptedException if the calling thread was interrupted meanwhile
  static SolveRequest clarified(
      SolveRequest request, Services services, ParseResult words, Streams streams)
      throws InterruptedException {
    if (!Options.has(words, CLARIFY)) {
      return request;
    }
    boolean quiet = Watching.isQuiet(words);
    if (!streams.person()) {
      if (!quiet) {
        streams
            .err()
            .println(
                "--clarify: nobody is here to ask (no terminal, or CI is set), so nothing is asked");
      }
      return request;
    }
    return new Clarifying(services, streams, quiet).clarified(request);
  }

  private SolveRequest clarified(SolveRequest request) throws InterruptedException {
    Clarification found;
    try (ProgressView view = ProgressView.of(streams, quiet ? Volume.QUIET : Volume.USUAL)) {
      found = services.questions(request, view);
    }
    List<Question> questions = found.questions();
    if (questions.isEmpty() && !quiet) {
      streams.err().println("--clarify: there is nothing to ask");
    }
    return request.clarified(
        Answer.below(request.requirement(), answers(questions)), found.asked());
  }

  private List<Answer> answers(List<Question> questions) throws InterruptedException {
    if (!questions.isEmpty()) {
      streams
          .err()
          .println(
              "%d %s before the run; Enter alone skips one"
                  .formatted(questions.size(), questions.size() == 1 ? "question" : "questions"));
    }
    Person person = new Person(streams.in(), streams.err());
    List<Answer> answers = new ArrayList<>();
    for (Question question : questions) {
      Optional<String> typed = typed(person, question);
      if (typed.isEmpty()) {
        break;
      }
      typed
          .filter(answer -> !answer.isEmpty())
          .ifPresent(answer -> answers.add(new Answer(question, answer)));
    }
    return answers;
  }

  /// {@return an answer to the question; an empty one where it is skipped; nothing where the input
  /// ends}
  private Optional<String> typed(Person person, Question question) throws InterruptedException {
    // a model may have written it
    String text = Cells.clean(question.text());
    String prompt =
        question.otherwise().isEmpty() ? text : text + " [" + question.otherwise() + "]";
    Optional<String> typed = person.answer(prompt);
    while (typed.filter(answer -> !isTaken(question, answer)).isPresent()) {
      typed = person.answer("  " + question.hint() + ", or Enter to skip:");
    }
    return typed;
  }

  private static boolean isTaken(Question question, String answer) {
    return answer.isEmpty() || question.sentence(answer).isPresent();
  }
}
