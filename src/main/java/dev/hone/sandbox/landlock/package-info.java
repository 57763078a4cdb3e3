/// The helper or the launcher alone, where no namespace can be made.
@NullMarked
package dev.hone.sandbox.landlock;

import org.jspecify.annotations.NullMarked;
