/// How much tests notice: the same code with one small fault after the other, run by the same
/// tests.
@NullMarked
package dev.hone.verdict.mutation;

import org.jspecify.annotations.NullMarked;
