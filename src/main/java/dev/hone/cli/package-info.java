/// The command line: the only place that writes to standard output.
@NullMarked
package dev.hone.cli;

import org.jspecify.annotations.NullMarked;
