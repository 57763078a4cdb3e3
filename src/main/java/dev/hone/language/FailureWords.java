package dev.hone.language;

/// How a language says that a call ends with an error, for the demonstration in a prompt.
///
/// @param prose after the name of a function in a sentence, such as `raises a ValueError`
/// @param example after a call in an example, such as `raises ValueError`
public record FailureWords(String prose, String example) {}
