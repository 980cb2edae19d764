/** What comes back to the organiser's side by mail: what attendees answer, and our own mails that could not be delivered. */
@NullMarked
package org.passerelle.invitation.received;

import org.jspecify.annotations.NullMarked;
