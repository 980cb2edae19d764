/** What was done to bookings, for whoever manages their sites, and of one booking for whoever may know its course. */
@NullMarked
package org.passerelle.web.audit;

import org.jspecify.annotations.NullMarked;
