package org.passerelle.roomagent.reply;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Skipped;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.write.RoomReply;
import org.passerelle.calendar.write.RoomReply.InvitedRoom;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.Room;
import org.passerelle.invitation.offers.Offers;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.event.StepOutcome.Refusal;
import org.passerelle.roomagent.series.FollowingDates;
import org.passerelle.roomagent.series.Reach;
import org.passerelle.roomagent.series.SeriesInstances;
import org.passerelle.time.WeeklyHours;
import org.springframework.stereotype.Component;

/** Puts into answers what was done: one for the event, and one for each date of a series that is declined by itself. */
@Component
public class ReplyComposer {

    /** Outlook understands an answer about one date best when it is alone in its message. */
    private static final int MOST_DATES = 10;

    /** Mails that one message is answered with. */
    private static final int MOST_ANSWERS = 30;

    private final AnswerTexts texts;
    private final ReadingBookings reading;
    private final ActingSender booker;
    private final Offers offers;
    private final Clock clock;

    ReplyComposer(AnswerTexts texts, ReadingBookings reading, ActingSender booker, Offers offers, Clock clock) {
        this.texts = texts;
        this.reading = reading;
        this.booker = booker;
        this.offers = offers;
        this.clock = clock;
    }

    public List<RoomReply> replies(IncomingMessage message, List<StepOutcome> outcomes) {
        List<RoomReply> replies = new ArrayList<>();
        // An answer about all dates from one on says nothing of that very date if it alone could not be had.
        Set<String> answered = outcomes.stream()
                .map(StepOutcome::event)
                .filter(event -> !event.identity().thisAndFuture())
                .map(RoomInvitation::key)
                .collect(Collectors.toSet());
        for (StepOutcome outcome : outcomes) {
            outcome.answer().ifPresent(answer -> {
                replies.add(reply(message, outcome.event(), answer, comment(message, outcome, answer)));
                Stream.concat(
                                outcome.missed().stream().map(date -> missed(message, outcome.event(), date)),
                                outcome.reach().stream().flatMap(reach -> beyond(message, outcome.event(), reach)))
                        .filter(reply -> !answered.contains(RoomInvitation.key(reply.asked())))
                        .limit(MOST_DATES)
                        .forEach(replies::add);
            });
        }
        return bounded(message.room(), replies);
    }

    /** The first answer, then what was declined, then the rest, as many as may be; the first one says that there were more. */
    private List<RoomReply> bounded(Room room, List<RoomReply> all) {
        if (all.size() <= MOST_ANSWERS) {
            return all;
        }
        List<RoomReply> kept = new ArrayList<>();
        kept.add(all.get(0));
        Stream.concat(
                        all.stream().skip(1).filter(ReplyComposer::isDeclined),
                        all.stream().skip(1).filter(reply -> !isDeclined(reply)))
                .limit(MOST_ANSWERS - 1L)
                .forEach(kept::add);
        long declined = all.stream().filter(ReplyComposer::isDeclined).count()
                - kept.stream().filter(ReplyComposer::isDeclined).count();
        RoomReply first = kept.get(0);
        String more = texts.inEach("answer.fewer-answers", room.name(), all.size() - kept.size(), declined);
        kept.set(
                0,
                new RoomReply(
                        first.asked(), first.room(), first.stamp(), first.answer(), first.comment() + "\n" + more));
        return List.copyOf(kept);
    }

    private static boolean isDeclined(RoomReply reply) {
        return reply.answer().participation() == PartStat.DECLINED;
    }

    private RoomReply missed(IncomingMessage message, CalendarEvent event, Skipped date) {
        CalendarEvent one =
                SeriesInstances.at(event, original(event, date.time().start()), date.time());
        return reply(message, one, RoomAnswer.DECLINED, texts.missed(message.room(), date));
    }

    /** By what the date is known that begins at {@code start}; one that moved with others is known by where it was before. */
    private static EventMoment original(CalendarEvent event, Instant start) {
        EventMoment written = SeriesInstances.original(event, start);
        Optional<EventMoment> id =
                event.recurrenceId().filter(each -> event.identity().thisAndFuture());
        return id.map(from -> EventMoment.at(
                        written.local()
                                .minus(Duration.between(
                                        FollowingDates.wall(from, written.zone()),
                                        FollowingDates.wall(event.time().start(), written.zone()))),
                        written.zone()))
                .orElse(written);
    }

    /** So that no date is left unanswered that a calendar program shows; without end, the first of them. */
    private Stream<RoomReply> beyond(IncomingMessage message, CalendarEvent event, Reach reach) {
        return reach.beyond().stream().map(time -> {
            CalendarEvent one = SeriesInstances.at(event, SeriesInstances.original(event, time.start()), time);
            return reply(message, one, RoomAnswer.DECLINED, texts.beyond(message.room(), reach, time));
        });
    }

    private String comment(IncomingMessage message, StepOutcome outcome, RoomAnswer answer) {
        Room room = message.room();
        return switch (answer) {
            case ACCEPTED -> texts.accepted(room, true, outcome) + whileOpen(room, outcome.event());
            case TENTATIVE -> texts.accepted(room, false, outcome) + whileOpen(room, outcome.event());
            case FORBIDDEN -> explained(room, outcome, "answer.forbidden");
            case UNSUPPORTED -> explained(room, outcome, "answer.unsupported");
            case DECLINED -> declined(message, outcome);
        };
    }

    private String whileOpen(Room room, CalendarEvent event) {
        boolean isShutSometimes = !room.rules().openingHours().equals(WeeklyHours.ALWAYS);
        return event.time().wholeDays() && isShutSometimes ? "\n" + texts.inEach("answer.while-open", room.name()) : "";
    }

    private String explained(Room room, StepOutcome outcome, String otherwise) {
        return outcome.refusal()
                .why()
                .map(why -> texts.explained(room, why))
                .orElseGet(() -> texts.inEach(otherwise, room.name()));
    }

    /** Whoever has an account books on the ordinary page, others behind a link of their own. */
    private String declined(IncomingMessage message, StepOutcome outcome) {
        Room room = message.room();
        Optional<BookingOrder> wished =
                outcome.refusal().wished().filter(order -> !order.schedule().recurs());
        if (booker.account(message).isPresent()) {
            Optional<URI> page = outcome.refusal().instead().stream()
                    .findFirst()
                    .filter(best -> wished.isPresent())
                    .map(best -> texts.page(best, outcome.refusal()));
            return texts.declined(room, outcome.refusal(), key(room, outcome), page);
        }
        Attendee whom = new Attendee(new EmailAddress(message.sender().address()), "");
        Refusal refusal = new Refusal(
                outcome.refusal().reasons(),
                outcome.refusal().wished(),
                offers.admitted(whom, outcome.refusal().instead()));
        CalendarEvent event = outcome.event();
        String cause = String.join(
                "\n",
                room.id().value(),
                event.uid(),
                RoomInvitation.key(event),
                event.identity().sequence() + "/" + event.identity().stamp());
        return texts.declined(
                room,
                refusal,
                key(room, outcome),
                wished.flatMap(order -> offers.make(whom, order, refusal.instead(), cause)));
    }

    private static String key(Room room, StepOutcome outcome) {
        if (room.profile().mail().mode() == Mode.DECLINE) {
            return "answer.mode";
        }
        boolean isCounted =
                outcome.event().recurs() && outcome.refusal().wished().isEmpty();
        return isCounted ? "answer.too-many-missed" : "answer.declined";
    }

    private RoomReply reply(IncomingMessage message, CalendarEvent event, RoomAnswer answer, String comment) {
        return new RoomReply(event, invited(message.room(), message.invitedAs()), clock.instant(), answer, comment);
    }

    static InvitedRoom invited(Room room, String invitedAs) {
        return new InvitedRoom(invitedAs, room.name(), room.isCountable());
    }

    /**
     * An answer that was written before, once more with a new stamp.
     *
     * @param changed another answer with its comment; empty for the same again
     */
    public Optional<RoomReply> again(
            RoomInvitation invitation, Room room, CalendarEvent written, Optional<Changed> changed) {
        Instant now = clock.instant();
        InvitedRoom invited = invited(room, invitation.invitedAs());
        if (changed.isPresent()) {
            return Optional.of(new RoomReply(
                    written, invited, now, changed.get().answer(), changed.get().comment()));
        }
        return written.people()
                .attendee(invitation.invitedAs())
                .map(self -> new RoomReply(
                        written,
                        invited,
                        now,
                        RoomAnswer.valueOf(self.answer()),
                        written.words().comment()));
    }

    /** What has become of {@code part} since it was answered; empty if that still holds. */
    public Optional<Changed> changed(Room room, InstanceState part) {
        Optional<Booking> booking = part.booking().flatMap(reading::find);
        if (booking.isEmpty() || !part.stands() || part.written().isNone()) {
            return Optional.empty();
        }
        if (!booking.get().isLive(clock.instant())) {
            return Optional.of(new Changed(RoomAnswer.DECLINED, withMessage(booking.get(), lost(booking.get()), room)));
        }
        if (isReleased(booking.get())) {
            return Optional.of(new Changed(RoomAnswer.DECLINED, texts.inEach("answer.released", room.name())));
        }
        return part.state() == State.TENTATIVE && booking.get().state() == BookingState.CONFIRMED
                ? Optional.of(new Changed(RoomAnswer.ACCEPTED, withMessage(booking.get(), "answer.approved", room)))
                : Optional.empty();
    }

    /** Whether nobody came and the room was given back; that one date of a series was is told to nobody by the room. */
    private static boolean isReleased(Booking booking) {
        return !booking.occurrences().isEmpty()
                && booking.occurrences().stream().allMatch(date -> date.state() == OccurrenceState.RELEASED);
    }

    private static String lost(Booking booking) {
        if (booking.state() != BookingState.DECLINED) {
            return "answer.given-up";
        }
        return booking.status().request().hasLapsed() ? "answer.lapsed" : "answer.refused";
    }

    /** The sentence of {@code key}, and what was said with a decision. */
    private String withMessage(Booking booking, String key, Room room) {
        String words = texts.inEach(key, room.name());
        return booking.status()
                .decision()
                .map(RequestDecision::message)
                .filter(said -> !said.isBlank())
                .map(said -> words + "\n" + said)
                .orElse(words);
    }

    /** What is answered now, other than before. */
    public record Changed(RoomAnswer answer, String comment) {}
}
