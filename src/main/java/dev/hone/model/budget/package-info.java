/// What a run may spend, held around any model: estimated before each call, counted after it.
@NullMarked
package dev.hone.model.budget;

import org.jspecify.annotations.NullMarked;
