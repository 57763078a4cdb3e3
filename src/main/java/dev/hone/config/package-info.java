/// Settings and folders, and where each came from.
@NullMarked
package dev.hone.config;

import org.jspecify.annotations.NullMarked;
