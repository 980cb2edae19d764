/** The memory of what is free: a bitmap for each number over the coming two years, exact stretches beside it. */
@NullMarked
package org.passerelle.availability.index;

import org.jspecify.annotations.NullMarked;
