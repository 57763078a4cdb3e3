/// The embedded model: llama.cpp's own shared libraries, called in this process.
@NullMarked
package dev.hone.model.embedded;

import org.jspecify.annotations.NullMarked;
