/** What those who book have a room furnished as, and what they have brought or done for the meeting. */
@NamedInterface("arrangement")
@NullMarked
package org.passerelle.booking.arrangement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
