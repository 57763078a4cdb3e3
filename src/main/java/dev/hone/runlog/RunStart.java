package dev.hone.runlog;

import dev.hone.model.ModelCard;
import dev.hone.requirement.Requirement;
import java.time.Instant;

/// What is known of a run when it begins.
///
/// @param startedAt when it began
/// @param requirement what was asked
/// @param model the model
/// @param sandbox the sandbox mode
/// @param honeVersion the version of Hone
/// @param settings what the run was allowed and asked to do
public record RunStart(
    Instant startedAt,
    Requirement requirement,
    ModelCard model,
    String sandbox,
    String honeVersion,
    RunSettings settings) {}
