/// The embedded model in a process of its own: a fault of its native code ends that process, not
/// Hone. Both ends speak in lines of JSON over standard input and output.
@NullMarked
package dev.hone.model.embedded.process;

import org.jspecify.annotations.NullMarked;
