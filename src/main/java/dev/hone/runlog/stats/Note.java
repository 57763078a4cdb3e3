package dev.hone.runlog.stats;

/// A word on failed runs of one type: a verdict, or what was wrong.
///
/// @param type the class of work; empty where it is not known
/// @param text the verdict, or the error as it was given back to the model
/// @param runs how many runs it is said of
public record Note(String type, String text, int runs) {}
