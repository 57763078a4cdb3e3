package dev.hone.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes.
///
/// @param in standard input
/// @param out standard output: the result and nothing else
/// @param err standard error: progress and messages
/// @param terminal whether standard error is a terminal, so that a line may be drawn again
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}
