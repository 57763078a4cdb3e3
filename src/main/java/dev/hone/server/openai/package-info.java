/// A language model of Hone behind HTTP, for programs that speak as OpenAI does: models, and chat
/// completions whole or as a stream.
@NullMarked
package dev.hone.server.openai;

import org.jspecify.annotations.NullMarked;
