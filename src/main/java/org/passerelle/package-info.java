/** Passerelle: one package per capability; the tree is the architecture. */
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
