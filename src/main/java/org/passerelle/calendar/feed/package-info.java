/** Calendars under secret addresses, to subscribe to (RFC 7986). */
@NamedInterface("feed")
@NullMarked
package org.passerelle.calendar.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
