package org.passerelle.calendar.read;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.zone.EventClock;
import org.passerelle.time.Recurrence;

/** One VEVENT that came from outside (RFC 5545 section 3.6.1): an event, a series, or one date that differs. */
public record CalendarEvent(
        EventIdentity identity,
        EventTime time,
        Repetition repetition,
        People people,
        EventWords words,
        EventStanding standing) {

    public String uid() {
        return identity.uid();
    }

    public Optional<EventMoment> recurrenceId() {
        return identity.recurrenceId();
    }

    /** The same, standing for the date {@code recurrenceId}. */
    public CalendarEvent on(EventMoment recurrenceId) {
        EventIdentity named = new EventIdentity(
                identity.uid(),
                Optional.of(recurrenceId),
                identity.thisAndFuture(),
                identity.sequence(),
                identity.stamp());
        return new CalendarEvent(named, time, repetition, people, words, standing);
    }

    /** Whether it has more than one date. */
    public boolean recurs() {
        return repetition.rule().isPresent() || !repetition.added().isEmpty();
    }

    /**
     * Which event it is, and which state of it.
     *
     * @param uid at most 1,000 characters, never empty
     * @param recurrenceId which date of a series this one stands for, as it was written:
     *     a day also in a series of times of day, which then means the date of that day
     * @param thisAndFuture whether it also stands for all later dates (RANGE, RFC 5545 section 3.2.13)
     * @param stamp DTSTAMP, else LAST-MODIFIED, else the epoch: older than anything
     */
    public record EventIdentity(
            String uid, Optional<EventMoment> recurrenceId, boolean thisAndFuture, int sequence, Instant stamp) {}

    /**
     * On which dates it recurs. The first date counts even where the rule does not give it, as every client shows it.
     *
     * @param excluded starts that are left out; a day, of an event with times of day, means the date of that day
     * @param added more dates, each with its own end
     */
    public record Repetition(Optional<Recurrence> rule, List<EventMoment> excluded, List<EventTime> added) {

        /** Of what happens once. */
        public static final Repetition NONE = new Repetition(Optional.empty(), List.of(), List.of());

        public Repetition {
            excluded = List.copyOf(excluded);
            added = List.copyOf(added);
        }

        /** The same under the name of the zone that {@code time} has and {@code before} had not. */
        Repetition by(EventTime before, EventTime time) {
            if (before == time) {
                return this;
            }
            EventClock old = before.recurring().clock();
            EventClock clock = time.recurring().clock();
            return new Repetition(
                    rule,
                    excluded,
                    added.stream()
                            .map(date -> date.recurring().clock().equals(old) ? date.by(clock) : date)
                            .toList());
        }
    }

    /**
     * Who takes part.
     *
     * @param organiserLine the whole ORGANIZER property, unfolded and without controls, so that an answer can repeat it
     */
    public record People(Optional<EventParticipant> organiser, String organiserLine, List<EventParticipant> attendees) {

        public People {
            attendees = List.copyOf(attendees);
        }

        /**
         * How many may sit in a room: those invited in person who have not declined, and the organiser.
         *
         * @param isRoom whether that address is a room's
         */
        public int expected(Predicate<String> isRoom) {
            Optional<String> chair = organiser.map(EventParticipant::email);
            long invited = attendees.stream()
                    .filter(each ->
                            each.kind().equals("INDIVIDUAL") && !each.role().equals("NON-PARTICIPANT"))
                    .filter(each -> PartStat.parse(each.answer())
                                    .filter(PartStat.DECLINED::equals)
                                    .isEmpty()
                            && !isRoom.test(each.email()))
                    .map(EventParticipant::email)
                    .filter(email -> !chair.filter(email::equals).isPresent())
                    .distinct()
                    .count();
            return (int) invited + chair.map(each -> 1).orElse(0);
        }

        /** The attendee of that address, in any case. */
        public Optional<EventParticipant> attendee(String email) {
            String wanted = email.toLowerCase(Locale.ROOT);
            return attendees.stream()
                    .filter(each -> each.email().equals(wanted))
                    .findFirst();
        }
    }

    /** Texts as they were written, cut where they are very long; each may be empty. */
    public record EventWords(String summary, String description, String location, String comment) {}

    /**
     * How firm it is.
     *
     * @param transparent whether it leaves people and rooms free
     * @param hidden whether only those who take part may read it (CLASS other than PUBLIC)
     */
    public record EventStanding(EventStatus status, boolean transparent, boolean hidden) {

        public boolean isCancelled() {
            return status == EventStatus.CANCELLED;
        }
    }

    /** STATUS (RFC 5545 section 3.8.1.11). */
    public enum EventStatus {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }
}
