package org.passerelle.notification.owed;

import java.util.Locale;

/** What a notification tells. */
public enum NotificationKind {
    /** What its reader booked, or asked for, themselves. */
    CONFIRMATION(Strand.NEWS, 0),
    /** Something of the booking is otherwise than it was. */
    CHANGED(Strand.NEWS, 1),
    /** Nobody came to a date, and its rooms were given back. */
    RELEASED(Strand.NEWS, 2),
    /** Somebody else booked it in the reader's name. */
    BOOKED_FOR_YOU(Strand.NEWS, 3),
    /** It was somebody else's. */
    HANDED_OVER(Strand.NEWS, 3),
    /** A manager agreed to it. */
    APPROVED(Strand.NEWS, 4),
    /** It was decided whether dates move to where its reader wished to have them. */
    MOVE_DECIDED(Strand.NEWS, 4),
    CANCELLED(Strand.NEWS, 5),
    /** A manager did not agree to it. */
    DECLINED(Strand.NEWS, 5),
    /** Nobody decided on it in time. */
    LAPSED(Strand.NEWS, 5),
    /** Its reader is to decide on a request. */
    DECIDE(Strand.REQUESTS, 1),
    /** Its reader is to decide whether dates of a booking that stands move. */
    DECIDE_MOVE(Strand.REQUESTS, 0),
    /** Whoever made a request gave the information that was asked for. */
    ANSWERED(Strand.REQUESTS, 2),
    /** Nobody has decided on a request, and it is about to lapse. */
    UNDECIDED(Strand.REQUESTS, 3),
    /** Whoever decides asks for more information first. */
    ASKED_BACK(Strand.QUESTIONS, 0),
    /** A date is about to begin. */
    REMINDER(Strand.REMINDERS, 0),
    /** Nobody has checked in, and its rooms are about to be given back; when, its position tells. */
    NO_SHOW(Strand.REMINDERS, 1),
    /** Rooms that its reader waited for are kept for them. */
    OFFERED(Strand.OFFERS, 0),
    /** The device of a room does not answer shortly before a date; which room, its date before tells. */
    DEVICE_FAILED(Strand.RESCUES, 0),
    /** Rooms of a date cannot be used; which, its date before tells. */
    ROOM_FAILED(Strand.RESCUES, 1),
    /** A site has something to bring or to furnish for it, or other things than before. */
    ORDERED(Strand.ORDERS, 0),
    /** It is off, and with it what was ordered. */
    ORDER_CANCELLED(Strand.ORDERS, 1);

    private final Strand strand;
    private final int rank;

    NotificationKind(Strand strand, int rank) {
        this.strand = strand;
        this.rank = rank;
    }

    /** Of what is owed about one booking in one strand, one mail tells all. */
    public enum Strand {
        /** To whom it belongs. */
        NEWS,
        /** To who decides. */
        REQUESTS,
        /** To who made a request that somebody has a question about. */
        QUESTIONS,
        /** Of what is about to begin, and of who is missed there. */
        REMINDERS,
        /** To who waited. */
        OFFERS,
        /** To who can save a meeting. */
        RESCUES,
        /** To those who furnish rooms, and bring and do what is ordered. */
        ORDERS
    }

    public Strand strand() {
        return strand;
    }

    /** Of several in one strand the highest is told; what it says includes the others. */
    public int rank() {
        return rank;
    }

    /** Whether it may be left out when too much is to be told: the others tell what their reader did not do and cannot know. */
    public boolean isCourtesy() {
        return this == CONFIRMATION || this == REMINDER;
    }

    /** By which its texts are found, such as {@code booked-for-you}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
