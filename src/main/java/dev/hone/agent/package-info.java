/// The loop from requirement to result.
@NullMarked
package dev.hone.agent;

import org.jspecify.annotations.NullMarked;
