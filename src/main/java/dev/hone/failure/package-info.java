/// What Hone itself could not do, as exceptions with a kind and the next thing to type. What
/// generated code did is never here: that is a verdict or an execution.
@NullMarked
package dev.hone.failure;

import org.jspecify.annotations.NullMarked;
