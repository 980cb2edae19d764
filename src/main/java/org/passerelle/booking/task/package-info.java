/** What the people of a site have to do for the bookings of a day: furnish rooms, bring and do what was ordered. */
@NamedInterface("task")
@NullMarked
package org.passerelle.booking.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
