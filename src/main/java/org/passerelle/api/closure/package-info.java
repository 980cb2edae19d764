/** Closures of sites and rooms, over the API. */
@NullMarked
package org.passerelle.api.closure;

import org.jspecify.annotations.NullMarked;
