/** External calendars that occupy rooms: fetched or read now and then, event by event, and followed. */
@NullMarked
@NamedInterface("imports")
package org.passerelle.calendar.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
