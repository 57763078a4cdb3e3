/// The steps by which the helper in C and the launcher in Java give up rights, each left out in
/// turn.
@NullMarked
package dev.hone.sandbox.step;

import org.jspecify.annotations.NullMarked;
