/// Boxes that are opened before their jobs.
@NullMarked
package dev.hone.sandbox.pool;

import org.jspecify.annotations.NullMarked;
