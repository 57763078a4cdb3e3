/// The one way out of a box that fetches packages: a proxy that lets through a registry and nothing
/// else, and a place that takes the fetched files.
@NullMarked
package dev.hone.sandbox.registry;

import org.jspecify.annotations.NullMarked;
