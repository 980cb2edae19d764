/** Closed days from iCalendar files. */
@NullMarked
package org.passerelle.calendar.closures;

import org.jspecify.annotations.NullMarked;
