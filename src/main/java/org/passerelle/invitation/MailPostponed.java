package org.passerelle.invitation;

import java.time.Instant;

/** A mail about the bookings of a document was not taken; {@link Outbox#lookAt} is to be called at {@code until}. */
public record MailPostponed(String root, Instant until) {}
