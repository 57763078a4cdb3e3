/// Completion of commands, options and their values in shells, from the same tables as the help.
@NullMarked
package dev.hone.cli.completion;

import org.jspecify.annotations.NullMarked;
