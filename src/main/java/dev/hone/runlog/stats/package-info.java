/// Failure rates computed from counts that the run log gives: groups, intervals, prompt versions
/// and the forms they are shown in. Nothing here reads the database.
@NullMarked
package dev.hone.runlog.stats;

import org.jspecify.annotations.NullMarked;
