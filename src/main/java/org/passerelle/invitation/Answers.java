package org.passerelle.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.write.AttendeeAnswers;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.invitation.pending.AttendeeReply;
import org.passerelle.invitation.pending.AttendeeReply.ReplyChannel;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.LastSent;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.invitation.pending.Snapshot;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes answers, by link and by mail. Of two from the same person the later counts, by the invitation it answers and then
 * by its stamp, in whatever order they arrive; one about a time that is no longer agreed is let go.
 */
@Component
public class Answers {

    /** Bounds what people who were never invited can make us keep. */
    private static final int MOST_UNINVITED = 50;

    private final ReadingBookings reading;
    private final Deliveries deliveries;
    private final AgentAddresses addresses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answers(
            ReadingBookings reading,
            Deliveries deliveries,
            AgentAddresses addresses,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /** What became of an answer. */
    public enum AnswerResult {
        TAKEN,
        /** Noted for the organiser to see; whoever answered was not invited (RFC 5546 section 3.2.2.6). */
        UNINVITED,
        /** It says that there is no answer yet (PARTSTAT=NEEDS-ACTION, or one that is unknown); the one before stands. */
        NO_ANSWER,
        /** A later answer is known, or the invitation that it answers no longer holds. */
        STALE,
        /** The meeting is called off or over. */
        TOO_LATE,
        /** It belongs to no invitation of ours. */
        UNKNOWN
    }

    /** Takes what a calendar program answers. */
    public synchronized AnswerResult take(Reply reply) {
        Optional<Booking> booking = booking(reply);
        if (booking.isEmpty()) {
            return AnswerResult.UNKNOWN;
        }
        return note(
                booking.get(),
                reply.attendee(),
                reply.date(),
                reply.standing(),
                reply.revision(),
                ReplyChannel.MAIL,
                reply.comment());
    }

    /** Takes the answer that comes with another time, and keeps that for the organiser to decide on. */
    public synchronized AnswerResult take(Reply.Counter counter) {
        Reply reply = counter.reply();
        Optional<Booking> booking = booking(reply);
        AnswerResult result = take(reply);
        boolean isTheirs = result == AnswerResult.TAKEN || result == AnswerResult.NO_ANSWER;
        if (booking.isPresent() && isTheirs && canBeTaken(booking.get(), counter)) {
            deliveries.noteProposal(
                    booking.get().id(),
                    reply.attendee(),
                    Optional.of(new ProposedTime(
                            reply.date(),
                            counter.proposed(),
                            reply.revision().sequence(),
                            reply.revision().stamp(),
                            reply.comment(),
                            false)));
            return AnswerResult.TAKEN;
        }
        return result;
    }

    /** A new time for a whole series would have to be worked out by somebody; it stays an answer with its comment. */
    private boolean canBeTaken(Booking booking, Reply.Counter counter) {
        boolean isOneDate =
                counter.reply().date().isPresent() || !booking.schedule().recurs();
        return isOneDate && counter.proposed().start().isAfter(clock.instant());
    }

    /** The booking whose address it came to, if that also has its UID. */
    private Optional<Booking> booking(Reply reply) {
        return booking(reply.addresses(), reply.uid());
    }

    private Optional<Booking> booking(List<String> addressed, CalendarUid uid) {
        return addressed.stream()
                .flatMap(address -> addresses.answered(address).stream())
                .findFirst()
                .flatMap(reading::find)
                .filter(booking -> booking.uid().equals(uid));
    }

    /**
     * The recurrence id of the date that the rule of a series gives on {@code day}, by its own clock.
     *
     * @param address that an answer came to: the booking's own
     */
    public Optional<Instant> dateOn(String address, CalendarUid uid, LocalDate day) {
        return booking(List.of(address), uid)
                .flatMap(booking -> booking.occurrences().stream()
                        .map(Occurrence::recurrenceId)
                        .filter(date -> LocalDate.ofInstant(
                                        date, booking.schedule().zone())
                                .equals(day))
                        .findFirst());
    }

    /**
     * Takes an answer given on the page that only {@code whom} was sent the link of.
     *
     * @param date the one date that it is about; empty for the whole
     */
    synchronized AnswerResult answer(Booking booking, EmailAddress whom, Optional<Instant> date, PartStat standing) {
        Invitee invitee = delivery(booking.id()).of(whom);
        Optional<AttendeeReply> known = known(invitee, date);
        int sequence = Math.max(
                invitee.sent().map(LastSent::sequence).orElse(0),
                known.map(AttendeeReply::sequence).orElse(0));
        Instant now = clock.instant();
        Instant stamp = known.map(last -> last.stamp().plusSeconds(1))
                .filter(after -> after.isAfter(now))
                .orElse(now);
        return note(booking, whom, date, standing, new Revision(sequence, stamp), ReplyChannel.WEB, "");
    }

    private AnswerResult note(
            Booking booking,
            EmailAddress whom,
            Optional<Instant> date,
            PartStat standing,
            Revision revision,
            ReplyChannel way,
            String comment) {
        Snapshot edition = Snapshot.of(booking);
        Optional<OccurrenceSnapshot> told = date.flatMap(edition::date);
        boolean isAhead = date.isPresent()
                ? told.filter(this::isAhead).isPresent()
                : edition.dates().stream().anyMatch(this::isAhead);
        if (booking.state() != BookingState.CONFIRMED || !isAhead) {
            return AnswerResult.TOO_LATE;
        }
        Delivery delivery = delivery(booking.id());
        Invitee invitee = delivery.of(whom);
        boolean isInvited = isInvited(booking, whom);
        if (!isInvited
                && uninvited(booking, delivery) >= MOST_UNINVITED
                && !delivery.people().containsKey(whom)) {
            return AnswerResult.UNKNOWN;
        }
        boolean isStale = known(invitee, date)
                        .filter(last -> !last.isOlderThan(revision.sequence(), revision.stamp()))
                        .isPresent()
                || invitee.sent()
                        .map(sent -> date.map(sent::sequenceOf).orElse(sent.meetingSequence()))
                        .filter(least -> revision.sequence() < least)
                        .isPresent();
        if (isStale) {
            return AnswerResult.STALE;
        }
        if (standing == PartStat.NEEDS_ACTION) {
            return isInvited ? AnswerResult.NO_ANSWER : AnswerResult.UNKNOWN;
        }
        String about = told.map(Snapshot::meeting).orElse(edition.meeting());
        deliveries.noteAnswer(
                booking.id(),
                whom,
                date,
                new AttendeeReply(
                        standing, about, revision.sequence(), revision.stamp(), clock.instant(), way, comment));
        events.publishEvent(new AttendeeAnswers.Changed(booking));
        return isInvited ? AnswerResult.TAKEN : AnswerResult.UNINVITED;
    }

    private static Optional<AttendeeReply> known(Invitee invitee, Optional<Instant> date) {
        return date.isPresent() ? Optional.ofNullable(invitee.dateAnswers().get(date.get())) : invitee.answer();
    }

    private boolean isAhead(OccurrenceSnapshot date) {
        return date.time().end().isAfter(clock.instant());
    }

    static boolean isInvited(Booking booking, EmailAddress whom) {
        return booking.content().attendees().stream()
                .anyMatch(attendee -> attendee.email().equals(whom));
    }

    private static long uninvited(Booking booking, Delivery delivery) {
        return delivery.people().keySet().stream()
                .filter(whom -> !isInvited(booking, whom))
                .count();
    }

    private Delivery delivery(BookingId booking) {
        return deliveries.of(List.of(booking)).getOrDefault(booking, Delivery.NONE);
    }
}
