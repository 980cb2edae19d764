package org.passerelle.roomagent.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Occurrence.RequestedMove;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;
import org.passerelle.directory.Room;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.reply.ReplyComposer.Changed;
import org.springframework.stereotype.Component;

/**
 * Tells what became of a date of a series that its organiser moved to where a manager has to agree: it was answered tentatively
 * and has no booking of its own, but is asked for within that of its series.
 */
@Component
public class DateDecisions {

    private final ReadingBookings reading;
    private final AnswerTexts texts;

    DateDecisions(ReadingBookings reading, AnswerTexts texts) {
        this.reading = reading;
        this.texts = texts;
    }

    /**
     * A date of a booking about which it was decided.
     *
     * @param changed what its organiser is told
     */
    public record DecidedDate(Booking booking, Occurrence date, Changed changed) {

        /** Whether the organiser, who has moved it already, has no more use for it where it still is. */
        public boolean isToBeGivenUp() {
            return changed.answer() == RoomAnswer.DECLINED;
        }
    }

    /** @param key of {@code part} in {@code invitation}; empty unless it was decided since that was answered */
    public Optional<DecidedDate> of(Room room, RoomInvitation invitation, String key, InstanceState part) {
        boolean waits = !key.equals(RoomInvitation.MASTER)
                && part.state() == State.TENTATIVE
                && part.booking().isEmpty()
                && part.following().isEmpty()
                && !part.written().isNone();
        if (!waits) {
            return Optional.empty();
        }
        Instant id = Instant.parse(key);
        return invitation
                .partAround(id)
                .flatMap(InstanceState::booking)
                .flatMap(reading::find)
                .filter(booking -> booking.state() == BookingState.CONFIRMED)
                .flatMap(booking -> date(
                                booking,
                                invitation.movedStart(id, booking.schedule().zone()))
                        .flatMap(date -> date.requested()
                                .flatMap(RequestedMove::decision)
                                .map(made -> new DecidedDate(booking, date, changed(room, made)))));
    }

    /** Of a whole day the date begins once the room opens. */
    private static Optional<Occurrence> date(Booking booking, ZonedDateTime meant) {
        return booking.occurrence(meant.toInstant())
                .or(() -> booking.occurrences().stream()
                        .filter(date -> meant.toLocalTime().toSecondOfDay() == 0
                                && LocalDate.ofInstant(date.recurrenceId(), meant.getZone())
                                        .equals(meant.toLocalDate()))
                        .findFirst());
    }

    private Changed changed(Room room, RequestDecision made) {
        RoomAnswer answer =
                made.state() == RequestDecision.DecisionState.APPROVED ? RoomAnswer.ACCEPTED : RoomAnswer.DECLINED;
        String key = switch (made.state()) {
            case APPROVED -> "answer.approved";
            case DECLINED -> "answer.refused";
            case LAPSED -> "answer.lapsed";
        };
        String words = texts.inEach(key, room.name());
        return new Changed(answer, made.message().isBlank() ? words : words + "\n" + made.message());
    }
}
