/** The bookings that feeds show, kept in memory as they were last written. */
@NamedInterface("cache")
@NullMarked
package org.passerelle.calendar.feed.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
