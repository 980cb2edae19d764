/** What becomes of requests: how they were decided, and what was asked and answered before. */
@NamedInterface("decision")
@NullMarked
package org.passerelle.booking.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
