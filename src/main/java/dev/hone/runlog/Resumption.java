package dev.hone.runlog;

import java.time.Instant;

/// One time that a run went on which had been killed or had ended.
///
/// @param at when
/// @param terms on what terms
/// @param before what it had come to before
public record Resumption(Instant at, Terms terms, Standing before) {}
