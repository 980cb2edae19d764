package org.passerelle.invitation.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.invitation.agent.Dealings.Part;
import org.passerelle.invitation.agent.Ground.Code;

/** Puts a message in order with what is known, by SEQUENCE and then DTSTAMP (RFC 5546 section 2.1.5). Pure. */
final class MessageOrder {

    private final Incoming message;
    private final Optional<Dealings> known;
    private final List<Ground> grounds;

    /** @param grounds are added to */
    MessageOrder(Incoming message, Optional<Dealings> known, List<Ground> grounds) {
        this.message = message;
        this.known = known;
        this.grounds = grounds;
    }

    /** What is known of the very thing that {@code event} is about. */
    Optional<Part> part(CalendarEvent event) {
        return known.flatMap(dealings -> dealings.part(Dealings.key(event)));
    }

    /**
     * Whether {@code event} is newer than all that is known of it; a cancelled series is known of each of its dates.
     *
     * @param equalCounts whether one of the same SEQUENCE counts, whatever its DTSTAMP
     */
    boolean isNews(CalendarEvent event, boolean equalCounts) {
        Optional<Part> tombstone = around(event).filter(part -> part.state() == Dealings.State.CANCELLED);
        Optional<Part> before = part(event).or(() -> tombstone);
        String what = edition(event.identity().sequence(), event.identity().stamp());
        if (before.isEmpty() && isBehindItsSeries(event)) {
            grounds.add(Ground.of(Code.OLDER, what, ofItsSeries(event)));
            return false;
        }
        if (before.isEmpty()) {
            grounds.add(Ground.of(Code.FIRST, what));
            return true;
        }
        if (known.map(Dealings::parties)
                .filter(parties -> parties.isFirstOfTheOrganiser(message))
                .isPresent()) {
            grounds.add(Ground.of(Code.FIRST_OF_ORGANISER, message.organiser()));
            return true;
        }
        int order = before.get().compare(event);
        boolean counts = order > 0
                || message.approved() && order == 0
                || equalCounts
                        && event.identity().sequence() == before.get().sequence()
                        && before.get().stands();
        if (counts && isBehindItsSeries(event)) {
            grounds.add(Ground.of(Code.OLDER, what, ofItsSeries(event)));
            return false;
        }
        Code code = counts ? Code.NEWER : order == 0 ? Code.SAME : Code.OLDER;
        grounds.add(Ground.of(
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
    private Optional<Part> around(CalendarEvent date) {
        return date.recurrenceId().flatMap(id -> known.flatMap(dealings -> dealings.partAround(id.instant())));
    }
}
