package dev.hone.agent;

import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.budget.BudgetException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the model and keeps each exchange until it is collected. A reply that the token limit cut
/// is asked for once more with twice the room.
final class Asker {
  private Cast cast;
  private final Progress progress;
  private final List<Exchange> exchanges = new ArrayList<>();

  Asker(Cast cast, Progress progress) {
    this.cast = cast;
    this.progress = progress;
  }

  /// {@return the model's reply, whose finish reason is still `LENGTH` where twice the room was too
  /// little}
  ///
  /// @throws InterruptedException if the calling thread was interrupted; the cut reply is kept
  Reply ask(String role, Prompt prompt, Sampling sampling) throws InterruptedException {
    Reply reply = once(role, prompt, sampling);
    if (reply.finish() == FinishReason.LENGTH) {
      progress.report(
          new Event.Stage("the reply was cut by the token limit, asking with more room"));
      reply = once(role, prompt, sampling.withMaxTokens(sampling.maxTokens() * 2));
    }
    return reply;
  }

  /// {@return what is known of the model that is asked in a role}
  ModelCard model(String role) {
    return cast.at(role).card();
  }

  /// Tells a person something in a line.
  void report(String text) {
    progress.report(new Event.Stage(text));
  }

  /// {@return whether a stronger model writes the code from here on}
  ///
  /// @param why what is wrong with the code that there is, for a person
  boolean escalate(String why) {
    Optional<Cast> next = cast.escalated(why);
    next.ifPresent(
        stronger -> {
          if (!stronger.equals(cast)) {
            progress.report(
                new Event.Stage(
                    "model: going on with %s (%s)"
                        .formatted(stronger.playing(Role.CODER).card().name(), why)));
          }
          cast = stronger;
        });
    return next.isPresent();
  }

  /// {@return the exchanges since the last call}
  List<Exchange> collect() {
    List<Exchange> collected = List.copyOf(exchanges);
    exchanges.clear();
    return collected;
  }

  /// {@return the model's reply, cut or not}
  ///
  /// @throws InterruptedException if the calling thread was interrupted; the cut reply is kept
  Reply once(String role, Prompt prompt, Sampling sampling) throws InterruptedException {
    return once(role, prompt, new Request(prompt.messages(), sampling, List.of()));
  }

  /// {@return the model's reply, cut or not}
  ///
  /// @param prompt the prompt
  /// @param request how it is asked
  /// @throws InterruptedException if the calling thread was interrupted; the cut reply is kept
  Reply once(String role, Prompt prompt, Request request) throws InterruptedException {
    progress.report(Words.question(role, cast.at(role).card(), prompt));
    Reply reply = reply(role, prompt, request);
    progress.report(Words.answer(role, reply));
    exchanges.add(new Exchange(role, prompt, reply));
    if (reply.finish() == FinishReason.CANCELLED || Thread.interrupted()) {
      throw new InterruptedException("stopped while the model answered");
    }
    return reply;
  }

  /// Keeps the last exchanges as one, which asked for the parts of one answer.
  ///
  /// @param parts how many, at least one
  /// @param text what the replies say together
  void join(int parts, String text) {
    List<Exchange> last = exchanges.subList(exchanges.size() - parts, exchanges.size());
    Exchange first = last.getFirst();
    Reply joined = Reply.joined(text, last.stream().map(Exchange::reply).toList());
    last.clear();
    exchanges.add(new Exchange(first.role(), first.prompt(), joined));
  }

  private Reply reply(String role, Prompt prompt, Request request) {
    try {
      return cast.at(role).reply(request, piece -> progress.report(new Event.ModelText(piece)));
    } catch (BudgetException e) {
      // what came before the time was over is spent
      e.cut().ifPresent(cut -> exchanges.add(new Exchange(role, prompt, cut)));
      throw e;
    }
  }
}
