/// What a person sees while Hone works: events, and the port that shows them.
@NullMarked
package dev.hone.progress;

import org.jspecify.annotations.NullMarked;
