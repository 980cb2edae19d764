package org.passerelle.invitation.agent;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.BookingId;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.EventMoment;
import org.passerelle.directory.RoomId;

/**
 * What a room knows of one event that it was invited to, the cancelled ones included, which keep older messages that come
 * later from bringing them back.
 *
 * @param parties who may write about it
 * @param invitedAs the room's address as the messages have it
 * @param parts the event itself under {@link #MASTER}, and dates of it under {@link #key}
 * @param last what was answered last
 * @param notices what the organiser hears of changes that others sent, the newest last, at most {@value #MOST_NOTICES}
 */
record Dealings(
        RoomId room,
        String uid,
        EventParties parties,
        String invitedAs,
        Map<String, Part> parts,
        Last last,
        List<OrganiserNotice> notices) {

    static final int MOST_NOTICES = 20;

    /** The part that is the event or series itself. */
    static final String MASTER = "";

    /** What was answered last. */
    enum State {
        ACCEPTED,
        TENTATIVE,
        DECLINED,
        CANCELLED
    }

    /**
     * One event, or one date of it.
     *
     * @param sequence and
     * @param stamp which message about it counted last
     * @param times a fingerprint of when it is
     * @param booking what it occupies; a date that is part of the series' booking has none of its own
     * @param written the last answer about it, as a calendar; empty for none
     */
    record Part(int sequence, Instant stamp, String times, State state, Optional<BookingId> booking, String written) {

        Part answered(State answer, String calendar) {
            return new Part(sequence, stamp, times, answer, booking, calendar);
        }

        /** Less than zero if {@code event} is older than what is known, zero if it is the same, more if it is newer. */
        int compare(CalendarEvent event) {
            int bySequence = Integer.compare(event.identity().sequence(), sequence);
            return bySequence != 0 ? bySequence : event.identity().stamp().compareTo(stamp);
        }

        boolean stands() {
            return state == State.ACCEPTED || state == State.TENTATIVE;
        }
    }

    /**
     * The answers to the last message that was answered.
     *
     * @param mail which message that was
     * @param repeats how often they were given again
     * @param calendars each answer as it was written
     */
    record Last(String mail, int repeats, List<String> calendars) {

        static final Last NONE = new Last("", 0, List.of());

        Last {
            calendars = List.copyOf(calendars);
        }
    }

    Dealings {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        notices = List.copyOf(notices.subList(Math.max(0, notices.size() - MOST_NOTICES), notices.size()));
    }

    static Dealings with(Incoming message) {
        return new Dealings(
                message.room().id(),
                message.uid(),
                EventParties.of(message),
                message.invitedAs(),
                Map.of(),
                Last.NONE,
                List.of());
    }

    /** The part that {@code event} is about. */
    static String key(CalendarEvent event) {
        return event.recurrenceId()
                .map(EventMoment::instant)
                .map(Instant::toString)
                .orElse(MASTER);
    }

    Optional<Part> part(String key) {
        return Optional.ofNullable(parts.get(key));
    }

    Optional<Part> master() {
        return part(MASTER);
    }

    Dealings with(String key, Part part) {
        Map<String, Part> changed = new LinkedHashMap<>(parts);
        changed.put(key, part);
        return new Dealings(room, uid, parties, invitedAs, changed, last, notices);
    }

    Dealings answering(Last answers) {
        return new Dealings(room, uid, parties, invitedAs, parts, answers, notices);
    }

    Dealings heardFrom(Incoming message) {
        EventParties before = stands() ? parties : parties.withoutInviter();
        return new Dealings(room, uid, before.afterHearing(message), message.invitedAs(), parts, last, notices);
    }

    /** Whether the room is booked, or asked for, for any of it. */
    boolean stands() {
        return parts.values().stream().anyMatch(Part::stands);
    }

    Dealings telling(List<OrganiserNotice> more) {
        return new Dealings(
                room,
                uid,
                parties,
                invitedAs,
                parts,
                last,
                Stream.concat(notices.stream(), more.stream()).toList());
    }

    /** What was to be told because of the mail {@code id}. */
    List<OrganiserNotice> noticesOf(String id) {
        return notices.stream().filter(notice -> notice.mail().equals(id)).toList();
    }
}
