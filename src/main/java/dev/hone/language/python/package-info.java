/// Python by CPython and pytest.
@NullMarked
package dev.hone.language.python;

import org.jspecify.annotations.NullMarked;
