package dev.hone.server.openai;

import dev.hone.model.Reply;
import java.io.IOException;

/// How one reply comes to its client.
sealed interface Answer permits StreamedAnswer, WholeAnswer {
  /// Takes a piece of the reply as it is generated.
  ///
  /// @param text the piece
  void piece(String text);

  /// Ends with the whole reply.
  ///
  /// @param reply the reply, which was not cancelled
  /// @throws IOException if the client cannot be reached
  /// @throws ApiError if the pieces are not the reply, and nothing was sent yet
  void end(Reply reply) throws IOException;

  /// Ends with an error.
  ///
  /// @param error what went wrong
  /// @throws IOException if the client cannot be reached
  /// @throws ApiError the same error where it can still be the whole answer
  void fail(ApiError error) throws IOException;
}
