package org.passerelle.booking;

import org.passerelle.account.EmailAddress;

/** Somebody invited; {@code name} may be empty and has at most 200 characters. */
public record Attendee(EmailAddress email, String name) {

    public Attendee {
        PlainText.requireLine("name", name, 200);
    }
}
