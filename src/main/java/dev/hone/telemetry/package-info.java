/// Spans and metrics by OpenTelemetry and its conventions for generative AI, off until a person
/// switches them on.
///
/// Nothing else in Hone knows of it: a model is wrapped where it is opened, a judge where a run
/// gets it, a run where it is started. While it is off these stay as they are, and no class of
/// OpenTelemetry is loaded. Names, numbers and times are sent; what was asked, written and run is
/// not.
@NullMarked
package dev.hone.telemetry;

import org.jspecify.annotations.NullMarked;
