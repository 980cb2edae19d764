/** Programs that are told what happens to bookings. */
@NullMarked
package org.passerelle.web.webhooks;

import org.jspecify.annotations.NullMarked;
