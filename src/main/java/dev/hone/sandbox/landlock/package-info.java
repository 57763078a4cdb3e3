/// The helper or the launcher alone, where no namespace can be made; and limits alone, for who asks
/// for no sandbox at all.
@NullMarked
package dev.hone.sandbox.landlock;

import org.jspecify.annotations.NullMarked;
