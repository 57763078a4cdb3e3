/// What a job sees of the file system, apart from the tool that mounts it.
@NullMarked
package dev.hone.sandbox.view;

import org.jspecify.annotations.NullMarked;
