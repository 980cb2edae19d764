package org.passerelle.web.bookings;

import java.util.Optional;

/**
 * One thing that somebody waits for, as their page shows it.
 *
 * @param when the first date's day and times
 * @param rooms their names, in a line
 * @param position place in the line, while waiting
 * @param offer what to confirm, once the rooms are held
 */
record WaitingLine(
        String id,
        String title,
        String when,
        Optional<String> repeats,
        String rooms,
        Optional<Integer> position,
        Optional<OfferLine> offer) {

    /** @param until the clock time at which the offer lapses, with the day */
    record OfferLine(String booking, String until) {}
}
