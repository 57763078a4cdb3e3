package dev.hone.runlog;

import java.time.Instant;

/// What a person says of a run.
///
/// @param mark whether its answer is right
/// @param type the class of work by its name, where the person named one; else empty, and the class
///   read from the words holds
/// @param at when it was said
public record Label(Mark mark, String type, Instant at) {}
