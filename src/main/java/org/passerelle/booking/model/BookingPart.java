package org.passerelle.booking.model;

/** The parts of a booking that are told and changed each by a rule of its own, which {@link BookingAccess} knows. */
public enum BookingPart {
    /** When which rooms are taken, and whether firmly. Everybody reads it; whoever runs the booking changes it. */
    OCCUPANCY,
    /**
     * What became of its dates: who came, which were left out, where another room stands in. For whoever reads the booking or
     * runs it; whoever runs it changes it.
     */
    COURSE,
    /** Who decided on it as a request, and what they said. For its organiser, colleagues who may read it, and whoever decides. */
    DECISION,
    /**
     * What it is about, by and with whom, who may read it, its conference, and all that tells of work on these: UID, version,
     * sequence and moments. For whoever may read the booking; of those, whoever runs it changes it.
     */
    CONTENT
}
