package dev.hone.model.remote;

import dev.hone.model.Reply;
import dev.hone.model.Request;
import java.util.function.Consumer;

/// One try of one request.
@FunctionalInterface
interface Call {
  /// {@return the reply, whole or cancelled}
  ///
  /// @throws FailedCall if there is none
  Reply ask(Request request, Consumer<String> onText);
}
