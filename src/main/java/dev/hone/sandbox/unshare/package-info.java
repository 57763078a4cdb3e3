/// Namespaces by util-linux and a script, where bubblewrap is not installed: as root and as an
/// ordinary user. Hone's own helper or launcher gives up the last rights inside.
@NullMarked
package dev.hone.sandbox.unshare;

import org.jspecify.annotations.NullMarked;
