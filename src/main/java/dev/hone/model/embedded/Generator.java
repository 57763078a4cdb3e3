package dev.hone.model.embedded;

import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Generates replies, token by token.
final class Generator {
  private final Llama llama;
  private final Session session;
  private final PromptReader reader;

  Generator(Llama llama, Session session) {
    this.llama = llama;
    this.session = session;
    this.reader = new PromptReader(session);
  }

  /// {@return the reply to a prompt that leaves room for at least one token}
  ///
  /// @param prompt the prompt's tokens
  /// @param request the sampling and the choices
  /// @param onText receives the text as it comes
  /// @param start when the request came, in nanoseconds
  Reply reply(int[] prompt, Request request, Consumer<String> onText, long start) {
    Tally tally = new Tally(prompt.length, start);
    try {
      tally.cached = reader.read(prompt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tally.reply("", FinishReason.CANCELLED);
    }
    try (TokenChooser chooser = new TokenChooser(llama, session, request.sampling())) {
      return request.choices().isEmpty()
          ? free(request, chooser, onText, tally)
          : chosen(request, chooser, onText, tally);
    }
  }

  private Reply free(Request request, TokenChooser chooser, Consumer<String> onText, Tally tally) {
    Utf8Text characters = new Utf8Text();
    Repetition repetition = new Repetition();
    StopFilter filter = new StopFilter(request.sampling().stop(), onText);
    int room = session.contextTokens() - tally.prompt;
    int most = Math.min(request.sampling().maxTokens(), room);
    FinishReason finish = FinishReason.LENGTH;
    while (tally.completion < most) {
      if (Thread.currentThread().isInterrupted()) {
        finish = FinishReason.CANCELLED;
        break;
      }
      int token = chooser.next();
      tally.count();
      if (session.vocabulary().endsTurn(token)) {
        finish = FinishReason.STOP;
        break;
      }
      String piece = characters.add(session.vocabulary().bytes(token));
      tally.logprobs.add(new Logprob(piece, chooser.logprob(token)));
      if (filter.add(piece)) {
        finish = FinishReason.STOP;
        break;
      }
      if (repetition.add(piece)) {
        finish = FinishReason.REPETITION;
        break;
      }
      if (tally.completion < most) {
        session.read(new int[] {token}, 0, 1);
      }
    }
    filter.finish();
    return tally.reply(filter.text(), finish);
  }

  private Reply chosen(
      Request request, TokenChooser chooser, Consumer<String> onText, Tally tally) {
    Vocabulary vocabulary = session.vocabulary();
    ChoiceTrie.Walk walk =
        new ChoiceTrie(
                request.choices(),
                vocabulary.endOfTurn(),
                choice -> vocabulary.tokens(choice, false))
            .walk();
    while (!walk.settled()) {
      if (Thread.currentThread().isInterrupted()) {
        return tally.reply("", FinishReason.CANCELLED);
      }
      int token = chooser.next(walk.allowed());
      tally.count();
      walk.take(token);
      if (!walk.settled()) {
        session.read(new int[] {token}, 0, 1);
      }
    }
    onText.accept(walk.choice());
    return tally.reply(walk.choice(), FinishReason.STOP);
  }

  /// Counts and times of one reply.
  private static final class Tally {
    private final int prompt;
    private final long start;
    private int cached;
    private int completion;
    private long firstToken;
    private final List<Logprob> logprobs = new ArrayList<>();

    private Tally(int prompt, long start) {
      this.prompt = prompt;
      this.start = start;
    }

    private void count() {
      completion++;
      if (completion == 1) {
        firstToken = System.nanoTime() - start;
      }
    }

    private Reply reply(String text, FinishReason finish) {
      long total = System.nanoTime() - start;
      return new Reply(
              text,
              finish,
              prompt,
              cached,
              completion,
              Duration.ofNanos(completion == 0 ? total : firstToken),
              Duration.ofNanos(total))
          .withLogprobs(logprobs);
    }
  }
}
