package dev.hone.model;

/// One token of a reply and how likely the model thought it.
///
/// @param text the characters that it brought; empty where a character takes more tokens
/// @param value natural logarithm of its probability among all tokens, before temperature and cuts;
///   at most 0
public record Logprob(String text, double value) {}
