/** Requests that wait for a manager of a site: which there are, and what happens to them in time. */
@NamedInterface("approval")
@NullMarked
package org.passerelle.booking.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
