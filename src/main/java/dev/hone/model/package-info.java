/// The port to a language model, and the prompts and replies that pass through it.
@NullMarked
package dev.hone.model;

import org.jspecify.annotations.NullMarked;
