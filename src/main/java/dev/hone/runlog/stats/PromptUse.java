package dev.hone.runlog.stats;

import java.time.LocalDate;

/// Runs under the same conditions in which the model was asked with one version of a prompt.
///
/// @param name the prompt's name, such as `candidate/write`
/// @param hash the hash of the version
/// @param type the class of work; empty where it is not known
/// @param language the target language; empty where it is not known
/// @param model the model's name
/// @param runs the runs
/// @param failed those that failed
/// @param last the day of the latest start among them, in UTC
public record PromptUse(
    String name,
    String hash,
    String type,
    String language,
    String model,
    int runs,
    int failed,
    LocalDate last) {}
