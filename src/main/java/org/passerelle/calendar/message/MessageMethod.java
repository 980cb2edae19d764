package org.passerelle.calendar.message;

import java.util.Locale;
import java.util.Optional;

/** What a scheduling message is for (RFC 5546 section 1.4). */
public enum MessageMethod {
    PUBLISH,
    REQUEST,
    REPLY,
    ADD,
    CANCEL,
    REFRESH,
    COUNTER,
    DECLINECOUNTER;

    /** The method that {@code text} names, in any case; empty for anything else. */
    public static Optional<MessageMethod> parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        for (MessageMethod method : values()) {
            if (method.name().equals(name)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
