/** What was mailed and answered, in the documents of the bookings. */
@NullMarked
package org.passerelle.invitation.store;

import org.jspecify.annotations.NullMarked;
