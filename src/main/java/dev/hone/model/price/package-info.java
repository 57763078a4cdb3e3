/// What models of providers take: a dated table, what the settings say instead, and a model that
/// bills its replies by them.
@NullMarked
package dev.hone.model.price;

import org.jspecify.annotations.NullMarked;
