/// What a run came to: attempts, the best one, evidence, usage and the ending.
@NullMarked
package dev.hone.result;

import org.jspecify.annotations.NullMarked;
