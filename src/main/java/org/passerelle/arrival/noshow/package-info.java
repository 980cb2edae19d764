/** Who did not come to what they had booked, and how often. */
@NamedInterface("noshow")
@NullMarked
package org.passerelle.arrival.noshow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
