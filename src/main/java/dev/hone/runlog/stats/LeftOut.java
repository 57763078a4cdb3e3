package dev.hone.runlog.stats;

/// Runs that say nothing of failure and are not counted.
///
/// @param cancelled runs that a person stopped
/// @param unfinished runs that still go on, or were killed
public record LeftOut(int cancelled, int unfinished) {}
