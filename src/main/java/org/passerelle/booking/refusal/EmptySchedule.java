package org.passerelle.booking.refusal;

/** A recurrence that generates no date, or of which every date is excluded: there is nothing to book. */
public class EmptySchedule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public EmptySchedule() {
        super("The recurrence has no date at all");
    }
}
