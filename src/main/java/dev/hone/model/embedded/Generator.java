package dev.hone.model.embedded;

import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Generates replies, token by token.
final class Generator {
  private final Llama llama;
  private final Session session;
  private final PromptReader reader;
  private final ThreadTuner threads;
  private final boolean thinks;
  private final boolean drafts;

  /// Makes a generator.
  ///
  /// @param thinks whether the model may think before it answers
  /// @param drafts whether tokens that will probably follow are read ahead
  Generator(Llama llama, Session session, ThreadTuner threads, boolean thinks, boolean drafts) {
    this.drafts = drafts;
    this.llama = llama;
    this.session = session;
    this.reader = new PromptReader(session);
    this.threads = threads;
    this.thinks = thinks;
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
    try (TokenChooser chooser =
        new TokenChooser(llama, session, request.sampling(), request.grammar())) {
      return reply(new Reading(prompt, request, chooser), prompt.length, onText, tally);
    }
  }

  private Reply reply(Reading reading, int read, Consumer<String> onText, Tally tally) {
    Request request = reading.request;
    try {
      if (!request.choices().isEmpty()) {
        return chosen(request, reading.chooser, onText, tally);
      }
      // Where a model thinks is not foreseen in a form.
      return request.continuations().isEmpty() || thinks
          ? free(request, reading, onText, tally)
          : new Form(session, reading.chooser, tally).fill(request, read, onText);
    } catch (ModelException e) {
      // the session may have lost what the reader thinks it holds
      reader.forget();
      throw e;
    }
  }

  private Reply free(Request request, Reading reading, Consumer<String> onText, Tally tally) {
    TokenChooser chooser = reading.chooser;
    Utf8Text characters = new Utf8Text();
    Repetition repetition = new Repetition();
    // Under a grammar there is no room for thoughts.
    boolean mayThink = thinks && request.grammar().isEmpty();
    ThoughtFilter thoughts = mayThink ? ThoughtFilter.on() : ThoughtFilter.off();
    StopFilter filter = new StopFilter(request.sampling().stop(), onText);
    // Of a form it fills the first gap.
    int most = request.gapTokens();
    FinishReason finish = FinishReason.LENGTH;
    while (tally.hasRoom(most, session.contextTokens())) {
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
      boolean within = thoughts.isThinking();
      String answer = thoughts.add(piece);
      if (within || thoughts.isThinking()) {
        tally.thinking++;
      } else {
        tally.logprobs.add(new Logprob(piece, chooser.logprob(token)));
      }
      if (filter.add(answer)) {
        finish = FinishReason.STOP;
        break;
      }
      if (repetition.add(piece)) {
        finish = FinishReason.REPETITION;
        break;
      }
      if (tally.hasRoom(most, session.contextTokens())) {
        reading.read(token);
      }
    }
    filter.add(thoughts.finish());
    filter.finish();
    return tally.reply(filter.text(), finish);
  }

  /// Reads what a chooser chooses.
  private final class Reading {
    private final Request request;
    private final TokenChooser chooser;
    private final @Nullable Drafts ahead;

    private Reading(int[] prompt, Request request, TokenChooser chooser) {
      this.request = request;
      this.chooser = chooser;
      Sampling sampling = request.sampling();
      // Where chance decides, or a penalty or a grammar changes scores, a draft seldom holds.
      boolean certain =
          sampling.temperature() == 0
              && sampling.repeatPenalty() == 1
              && request.grammar().isEmpty();
      this.ahead = drafts && certain ? new Drafts(session, prompt) : null;
    }

    private void read(int token) {
      long start = System.nanoTime();
      boolean alone = true;
      if (ahead == null) {
        session.read(new int[] {token}, 0, 1);
      } else {
        alone = ahead.read(token);
        chooser.at(ahead.place());
      }
      if (alone && threads.add(System.nanoTime() - start)) {
        session.useThreads(threads.threads());
      }
    }
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
}
