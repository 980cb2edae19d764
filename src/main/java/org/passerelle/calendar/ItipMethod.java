package org.passerelle.calendar;

import java.util.Locale;
import java.util.Optional;

/** What a scheduling message is for (RFC 5546 section 1.4). */
public enum ItipMethod {
    PUBLISH(true),
    REQUEST(true),
    REPLY(false),
    ADD(true),
    CANCEL(false),
    REFRESH(false),
    COUNTER(true),
    DECLINECOUNTER(false);

    private final boolean needsTimes;

    ItipMethod(boolean needsTimes) {
        this.needsTimes = needsTimes;
    }

    /**
     * Whether a message of this kind means nothing without a DTSTART that can be read (the tables of RFC 5546 sections 3.2.1
     * to 3.2.8). What cancels or answers names its event by UID and RECURRENCE-ID alone.
     */
    public boolean needsTimes() {
        return needsTimes;
    }

    /** The method that {@code text} names, in any case; empty for anything else. */
    public static Optional<ItipMethod> parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        for (ItipMethod method : values()) {
            if (method.name().equals(name)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
