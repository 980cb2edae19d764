package org.passerelle.web.day;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;

/**
 * A stretch of one room's day. The pieces of a lane cover the time shown without gaps.
 *
 * @param label what to say of it besides times: a title where it may be read, the units left, or nothing
 * @param booking what may be read of here
 * @param isOfAnother whether another room was booked, of which it is a part, or which is a part of it
 * @param starts the half-hours of a free piece at which one can begin; none otherwise
 */
record Piece(
        PieceKind kind,
        Interval time,
        ZoneId zone,
        String label,
        Optional<PieceBooking> booking,
        boolean isOfAnother,
        List<PieceStart> starts) {

    /** What can be done with the time. */
    enum PieceKind {
        FREE,
        /** Free, and gone by. */
        PAST,
        CLOSED,
        /** Free, and further ahead than the room can be booked. */
        TOO_FAR,
        /** Free, and sooner than the room wishes to be told. */
        TOO_SOON,
        /** Kept for others than whoever looks. */
        OTHERS,
        /** Free, and more than a quota leaves whoever looks. */
        USED_UP,
        /** Kept free around a booking, for setting up and clearing away. */
        BUFFER,
        /** Held, or waiting for approval. */
        TENTATIVE,
        BUSY
    }

    /**
     * A booking whose page may be opened.
     *
     * @param date the start that the rule gave the date of a series; empty of any other booking
     * @param isMovable whether whoever looks may have it at another time or in another room
     */
    record PieceBooking(BookingId id, Optional<Instant> date, Whose whose, boolean isMovable) {}

    /** A time at which one can begin, and how wide it is, in slots. */
    record PieceStart(String time, int width) {}

    /** The names of its style: what cannot be booked, for whatever reason, looks closed; if that is not the reason it is told. */
    public String style() {
        return switch (kind) {
            case TOO_FAR, TOO_SOON, OTHERS, USED_UP -> "closed barred";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What is added to its style for whose it is, and for a bracket; nothing for what is of others. */
    String whose() {
        return (isOfAnother ? " bracket" : "") + colour();
    }

    private String colour() {
        return booking.map(PieceBooking::whose)
                .filter(whose -> whose != Whose.OTHERS)
                .map(whose -> " " + whose.style())
                .orElse("");
    }

    /** The end of the key of its word. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isFree() {
        return kind == PieceKind.FREE;
    }

    public int width() {
        return DayWindow.width(time);
    }

    public String from() {
        return PageWords.time(time.start(), zone);
    }

    /** Midnight at the end of the day is shown as 24:00. */
    public String to() {
        String end = PageWords.time(time.end(), zone);
        return end.equals("00:00") ? "24:00" : end;
    }
}
