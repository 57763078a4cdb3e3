/// Starts the process tree of one job, watches its limits, and makes sure that it is gone.
@NullMarked
package dev.hone.sandbox.process;

import org.jspecify.annotations.NullMarked;
