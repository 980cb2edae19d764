/** Streams by which an open page hears that it has become old. */
@NullMarked
package org.passerelle.web.live;

import org.jspecify.annotations.NullMarked;
