/** The embedded MongoDB: a durable store in the same process, spoken to by the ordinary driver over loopback. */
@NullMarked
package org.passerelle.platform.mongo;

import org.jspecify.annotations.NullMarked;
