/// What a person asked for: the text, its language and the examples inside it.
@NullMarked
package dev.hone.requirement;

import org.jspecify.annotations.NullMarked;
