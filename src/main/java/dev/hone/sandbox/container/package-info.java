/// Containers of podman or docker, for who asks for them. An engine makes the namespaces and the
/// control group; Hone's helper is the first process inside and gives up what is left.
@NullMarked
package dev.hone.sandbox.container;

import org.jspecify.annotations.NullMarked;
