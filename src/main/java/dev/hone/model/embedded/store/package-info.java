/// The files of the embedded model: llama.cpp's libraries and the model files, fetched once,
/// checked by hash, and found again by size and stamp.
@NullMarked
package dev.hone.model.embedded.store;

import org.jspecify.annotations.NullMarked;
