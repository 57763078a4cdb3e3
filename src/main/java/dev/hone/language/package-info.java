/// The port behind which each supported language stands, and the data it speaks: source files,
/// examples, toolchains, diagnostics and test reports. A folder below it for each language.
@NullMarked
package dev.hone.language;

import org.jspecify.annotations.NullMarked;
