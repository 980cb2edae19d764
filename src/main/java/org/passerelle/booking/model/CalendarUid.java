package org.passerelle.booking.model;

import java.util.UUID;

/** The UID by which every calendar knows a booking for its whole life (RFC 5545 section 3.8.4.7); at most 255 characters. */
public record CalendarUid(String value) {

    public CalendarUid {
        if (value.isBlank() || value.length() > 255) {
            throw new IllegalArgumentException("A UID has 1 to 255 characters");
        }
    }

    /** A fresh random UUID, which names no host (RFC 7986 section 5.3). */
    public static CalendarUid random() {
        return new CalendarUid(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
