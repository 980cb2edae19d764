/** Time zones as calendars write them: what they are called, and what a VTIMEZONE says that clocks do. */
@NullMarked
package org.passerelle.calendar.zone;

import org.jspecify.annotations.NullMarked;
