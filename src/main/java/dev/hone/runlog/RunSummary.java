package dev.hone.runlog;

import java.time.Instant;

/// One line of the list of runs.
///
/// @param runId the run's identifier
/// @param startedAt when it began
/// @param requirement the text as given
/// @param language the target language; empty until it is known
/// @param type the class of work; empty until it is known
/// @param model the model's name
/// @param passed whether the run passed
/// @param verdict the verdict of the best attempt; empty where there is none
/// @param ended why it ended; empty while it is unfinished
/// @param rounds rounds in the log
public record RunSummary(
    String runId,
    Instant startedAt,
    String requirement,
    String language,
    String type,
    String model,
    boolean passed,
    String verdict,
    String ended,
    int rounds) {}
