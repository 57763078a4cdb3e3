/// Takes files out of a box: regular files only, with checked names and capped sizes, written anew
/// outside.
@NullMarked
package dev.hone.sandbox.collect;

import org.jspecify.annotations.NullMarked;
