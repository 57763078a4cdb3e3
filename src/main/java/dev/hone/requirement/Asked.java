package dev.hone.requirement;

import dev.hone.model.Prompt;
import dev.hone.model.Reply;

/// A question that was put to the model, and its answer.
///
/// @param prompt the question
/// @param reply the answer
public record Asked(Prompt prompt, Reply reply) {}
