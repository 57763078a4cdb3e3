/// Namespaces by bubblewrap, as root and as an ordinary user.
@NullMarked
package dev.hone.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
