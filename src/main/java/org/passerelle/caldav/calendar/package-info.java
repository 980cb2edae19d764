/** The objects in the calendars of somebody, as they may see them. */
@NullMarked
package org.passerelle.caldav.calendar;

import org.jspecify.annotations.NullMarked;
