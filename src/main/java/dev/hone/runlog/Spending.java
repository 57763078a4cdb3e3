package dev.hone.runlog;

import java.math.BigDecimal;

/// What runs of the log spent together.
///
/// @param tokens tokens read and generated
/// @param dollars US dollars, without replies of unknown cost
public record Spending(long tokens, BigDecimal dollars) {}
