package org.passerelle.time;

/** A recurrence rule that cannot be read, contradicts RFC 5545, or asks for what is not offered. */
public final class InvalidRecurrence extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final RecurrenceFault fault;
    private final String part;

    InvalidRecurrence(RecurrenceFault fault, String part, String message) {
        super(message + " (in '" + part + "')");
        this.fault = fault;
        this.part = part;
    }

    public RecurrenceFault fault() {
        return fault;
    }

    /** The part of the rule that is at fault, for instance {@code INTERVAL=0} or {@code BYHOUR}. */
    public String part() {
        return part;
    }
}
