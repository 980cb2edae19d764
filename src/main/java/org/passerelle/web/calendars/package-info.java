/** Calendars under secret addresses: what somebody's programs subscribe to. */
@NullMarked
package org.passerelle.web.calendars;

import org.jspecify.annotations.NullMarked;
