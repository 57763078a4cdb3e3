package dev.hone.model.embedded.process;

import dev.hone.model.ModelCard;
import dev.hone.model.Reply;

/// What the engine's process says.
sealed interface Word {
  /// The number of what is said without an order.
  long UNASKED = 0;

  /// {@return the number of the order that it answers, or {@link #UNASKED}}
  long number();

  /// The model is loaded.
  ///
  /// @param card what is known of it
  record Ready(ModelCard card) implements Word {
    @Override
    public long number() {
      return UNASKED;
    }
  }

  /// A piece of a reply, as it is generated.
  ///
  /// @param text the piece
  record Piece(long number, String text) implements Word {}

  /// A reply is whole.
  ///
  /// @param reply the reply, its times without what passed outside the process
  record Answer(long number, Reply reply) implements Word {}

  /// The tokens of a prompt were counted.
  ///
  /// @param tokens how many, or 0 where they are not known
  record Counted(long number, int tokens) implements Word {}

  /// The model could not be loaded, or an order not be followed; the process is whole.
  ///
  /// @param failure why
  record Failed(long number, Failure failure) implements Word {}

  /// Nothing more comes. Never said by the process itself.
  record Ended() implements Word {
    @Override
    public long number() {
      return UNASKED;
    }
  }
}
