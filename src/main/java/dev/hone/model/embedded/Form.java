package dev.hone.model.embedded;

import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// A reply with continuations: the model fills the gaps, and each continuation is read behind what
/// it said. Nothing is read twice.
final class Form {
  private final Session session;
  private final TokenChooser chooser;
  private final Tally tally;
  private final StringBuilder text = new StringBuilder();
  private int place;

  Form(Session session, TokenChooser chooser, Tally tally) {
    this.session = session;
    this.chooser = chooser;
    this.tally = tally;
  }

  /// {@return the reply}
  ///
  /// @param request what is asked
  /// @param read how many tokens the prompt has, all of them read
  /// @param onText receives the text as it comes, continuations too
  Reply fill(Request request, int read, Consumer<String> onText) {
    place = read;
    Deque<String> rest = new ArrayDeque<>(request.continuations());
    int left = request.sampling().maxTokens();
    while (true) {
      Gap gap = new Gap(new StopFilter(request.sampling().stop(), onText));
      FinishReason finish = gap.fill(Math.max(1, left / (rest.size() + 1)));
      left -= gap.tokens;
      text.append(gap.filter.text());
      if (finish != FinishReason.STOP || rest.isEmpty()) {
        return tally.reply(text.toString(), finish);
      }
      String continuation = rest.removeFirst();
      int[] tokens = session.vocabulary().tokensWithin(gap.unread() + continuation);
      if (place + tokens.length >= session.contextTokens()) {
        return tally.reply(text.toString(), finish);
      }
      read(tokens);
      tally.countRead(tokens.length);
      text.append(continuation);
      onText.accept(continuation);
      tally.logprobs.add(new Logprob(continuation, 0));
    }
  }

  private void read(int[] tokens) {
    for (int at = 0; at < tokens.length; at += Session.CHUNK) {
      int count = Math.min(Session.CHUNK, tokens.length - at);
      session.read(tokens, at, count);
      place += count;
    }
  }

  /// What the model says in one place.
  private final class Gap {
    private final StopFilter filter;
    private final Utf8Text characters = new Utf8Text();
    private final int from = place;
    // How much of the text is there with each token that was read.
    private final List<Integer> lengths = new ArrayList<>();
    private int length;
    private int tokens;

    private Gap(StopFilter filter) {
      this.filter = filter;
    }

    private FinishReason fill(int most) {
      FinishReason finish = FinishReason.LENGTH;
      for (int i = 0; i < most && place < session.contextTokens(); i++) {
        if (Thread.currentThread().isInterrupted()) {
          finish = FinishReason.CANCELLED;
          break;
        }
        int token = chooser.next();
        tally.count();
        tokens++;
        if (session.vocabulary().endsTurn(token)) {
          finish = FinishReason.STOP;
          break;
        }
        String piece = characters.add(session.vocabulary().bytes(token));
        tally.logprobs.add(new Logprob(piece, chooser.logprob(token)));
        length += piece.length();
        if (filter.add(piece)) {
          finish = FinishReason.STOP;
          break;
        }
        session.read(new int[] {token}, 0, 1);
        place++;
        // A character of which a part is read is read anew with what follows.
        lengths.add(characters.isWhole() ? length : Integer.MAX_VALUE);
      }
      filter.finish();
      return finish;
    }

    /// {@return the end of the text that no token was read for} Tokens that reach over the end of
    /// the text are forgotten first.
    private String unread() {
      String said = filter.text();
      int there = lengths.size();
      while (there > 0 && lengths.get(there - 1) > said.length()) {
        there--;
      }
      if (there < lengths.size()) {
        session.forgetFrom(from + there);
        place = from + there;
      }
      return said.substring(there == 0 ? 0 : lengths.get(there - 1));
    }
  }
}
