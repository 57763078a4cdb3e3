package dev.hone.model;

import java.util.function.Consumer;

/// A language model, local or remote. Several threads may ask; one of them may have to wait.
public interface LanguageModel extends AutoCloseable {
  /// {@return what is known of the model}
  ModelCard card();

  /// {@return the model's reply, blocking until it is whole} An interrupt of the calling thread
  /// ends it early: the reply then holds what was generated, its finish reason is {@link
  /// FinishReason#CANCELLED}, and the interrupt flag stays set.
  ///
  /// @param request what is asked
  /// @param onText receives each piece of text as it is generated, on the calling thread; pieces of
  ///   a try that broke off are not taken back, the reply's text is what counts
  /// @throws ModelException if the model cannot answer, or the prompt does not fit its context
  Reply reply(Request request, Consumer<String> onText);

  /// {@return what is known of a request before it is made} Nothing is asked for it.
  ///
  /// @param request what would be asked
  default Forecast forecast(Request request) {
    return Forecast.unknown();
  }

  /// {@return whether a stronger model has taken this one's place} Also for whoever finds that its
  /// answers do not do, though it gives some. A model that stands alone has nobody to hand over to.
  ///
  /// @param why what is wrong with its answers, for a person
  default boolean handOver(String why) {
    return false;
  }

  /// Frees the model. A second call does nothing.
  @Override
  void close();
}
