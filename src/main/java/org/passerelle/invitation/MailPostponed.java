package org.passerelle.invitation;

import java.time.Instant;

/** A mail about the bookings of a document was not taken; at {@code until} the document is to be looked at again. */
public record MailPostponed(String root, Instant until) {}
