package org.passerelle.roomagent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.roomagent.DecisionReason.DecisionCode;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;

/** Puts a message in order with what is known, by SEQUENCE and then DTSTAMP (RFC 5546 section 2.1.5). Pure. */
final class MessageOrder {

    private final IncomingMessage message;
    private final Optional<RoomInvitation> known;
    private final List<DecisionReason> grounds;

    /** @param grounds are added to */
    MessageOrder(IncomingMessage message, Optional<RoomInvitation> known, List<DecisionReason> grounds) {
        this.message = message;
        this.known = known;
        this.grounds = grounds;
    }

    /** What is known of the very thing that {@code event} is about. */
    Optional<InstanceState> part(CalendarEvent event) {
        return known.flatMap(invitation -> invitation.part(RoomInvitation.key(event)));
    }

    /**
     * Whether {@code event} is newer than all that is known of it; a cancelled series is known of each of its dates.
     *
     * @param equalCounts whether one of the same SEQUENCE counts, whatever its DTSTAMP
     */
    boolean isNews(CalendarEvent event, boolean equalCounts) {
        Optional<InstanceState> tombstone =
                around(event).filter(part -> part.state() == RoomInvitation.State.CANCELLED);
        Optional<InstanceState> before = part(event).or(() -> tombstone);
        String what = edition(event.identity().sequence(), event.identity().stamp());
        if (before.isEmpty() && isBehindItsSeries(event)) {
            grounds.add(DecisionReason.of(DecisionCode.OLDER, what, ofItsSeries(event)));
            return false;
        }
        if (before.isEmpty()) {
            grounds.add(DecisionReason.of(DecisionCode.FIRST, what));
            return true;
        }
        if (known.map(RoomInvitation::parties)
                .filter(parties -> parties.isFirstOfTheOrganiser(message))
                .isPresent()) {
            grounds.add(DecisionReason.of(DecisionCode.FIRST_OF_ORGANISER, message.organiser()));
            return true;
        }
        int order = before.get().compare(event);
        boolean counts = order > 0
                || message.approved() && order == 0
                || equalCounts
                        && event.identity().sequence() == before.get().sequence()
                        && before.get().stands();
        if (counts && isBehindItsSeries(event)) {
            grounds.add(DecisionReason.of(DecisionCode.OLDER, what, ofItsSeries(event)));
            return false;
        }
        DecisionCode code = counts ? DecisionCode.NEWER : order == 0 ? DecisionCode.SAME : DecisionCode.OLDER;
        grounds.add(DecisionReason.of(
                code, what, edition(before.get().sequence(), before.get().stamp())));
        return counts;
    }

    private static String edition(int sequence, Instant stamp) {
        return "SEQUENCE " + sequence + ", DTSTAMP " + stamp;
    }

    private String ofItsSeries(CalendarEvent date) {
        return around(date).map(part -> edition(part.sequence(), part.stamp())).orElse("");
    }

    /** A date that differs was replaced by a newer message about the whole series, which does not carry it. */
    private boolean isBehindItsSeries(CalendarEvent date) {
        return around(date)
                .filter(part -> date.identity().sequence() < part.sequence()
                        && !date.identity().stamp().isAfter(part.stamp()))
                .isPresent();
    }

    /** What is known of the dates among which {@code date} is: from one of them on, or all; empty for the event itself. */
    private Optional<InstanceState> around(CalendarEvent date) {
        return date.recurrenceId().flatMap(id -> known.flatMap(invitation -> invitation.partAround(id.instant())));
    }
}
