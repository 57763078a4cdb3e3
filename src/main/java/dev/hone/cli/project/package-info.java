/// What a ready project says of itself: its README.
@NullMarked
package dev.hone.cli.project;

import org.jspecify.annotations.NullMarked;
