/** What calendar programs have left with somebody: names and colours of calendars, and what they wrote. */
@NullMarked
package org.passerelle.caldav.home;

import org.jspecify.annotations.NullMarked;
