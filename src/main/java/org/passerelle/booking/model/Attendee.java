package org.passerelle.booking.model;

import org.passerelle.account.EmailAddress;
import org.passerelle.platform.text.Text;

/** Somebody invited; {@code name} may be empty and has at most 200 characters. */
public record Attendee(EmailAddress email, String name) {

    public Attendee {
        Text.requireLine("name", name, 200);
    }
}
