/// Replies kept on disk: asked once, answered again without a model.
@NullMarked
package dev.hone.model.replay;

import org.jspecify.annotations.NullMarked;
