package org.passerelle.web.day;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.time.Interval;

/**
 * What a calendar says of one date of a booking, as far as whoever looks may know.
 *
 * @param from the first day that it is shown on
 * @param to the last one
 * @param isFirm whether it is more than held or asked for
 * @param booking empty unless its page may be opened
 */
record CalendarEntry(
        LocalDate from,
        LocalDate to,
        Interval time,
        Words words,
        Whose whose,
        boolean isFirm,
        Optional<Piece.PieceBooking> booking) {

    /**
     * What is read of it.
     *
     * @param times on the clocks of its place
     * @param zone in words, where those are not the clocks of the calendar
     * @param title or that it is busy
     * @param rooms those of the calendar that it has; empty in the calendar of one room
     */
    record Words(String times, Optional<String> zone, String title, String rooms) {}

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
