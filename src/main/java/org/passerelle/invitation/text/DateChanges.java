package org.passerelle.invitation.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.time.Interval;

/** What a message says of the times that its reader knew before: of each date that was changed, and of no other. */
final class DateChanges {

    private final MessageWords words;
    private final Occasion occasion;
    private final List<OccurrenceSnapshot> dates;
    private final Optional<Snapshot> known;
    private final Map<Instant, Interval> former;
    private final boolean areOthers;

    /** @param dates that the message is about */
    DateChanges(MessageWords words, Occasion occasion, List<OccurrenceSnapshot> dates) {
        this.words = words;
        this.occasion = occasion;
        this.dates = dates;
        this.known = occasion.isCancel()
                ? Optional.empty()
                : occasion.owed()
                        .before()
                        .filter(before -> !before.equals(occasion.owed().now()));
        this.former = known.map(Snapshot::times).orElse(Map.of());
        this.areOthers = dates.stream().noneMatch(date -> former.containsKey(date.recurrenceId()));
    }

    /** What they knew before; empty where nothing has changed. */
    Optional<Snapshot> known() {
        return known;
    }

    /**
     * When the one date was that this is about, if it has moved; and the dates of a series of which none is what it was.
     *
     * @param note what is told of a date besides its time
     */
    List<Line> before(Function<OccurrenceSnapshot, String> note) {
        if (known.isEmpty() || dates.isEmpty()) {
            return List.of();
        }
        if (dates.size() == 1) {
            OccurrenceSnapshot date = dates.get(0);
            return known.get()
                    .date(date.recurrenceId())
                    .or(() -> known.get().dates().stream()
                            .filter(only -> known.get().dates().size() == 1)
                            .findFirst())
                    .filter(told -> !told.time().equals(date.time()))
                    .map(told ->
                            List.of(new Line(words.inZone(told.time(), zone()), note.apply(told), Optional.empty())))
                    .orElse(List.of());
        }
        return areOthers ? new DateLines(words, zone(), note).of(noLonger(known.get())) : List.of();
    }

    /** Of a date among others that was moved alone, when it was. */
    Optional<String> wasBefore(OccurrenceSnapshot date) {
        return Optional.ofNullable(former.get(date.recurrenceId()))
                .filter(time -> dates.size() > 1 && !time.equals(date.time()))
                .map(time -> words.text("when.before", words.when(time, zone())));
    }

    /** Dates of a series that goes on without them. */
    List<Line> calledOff(Function<OccurrenceSnapshot, String> note) {
        if (known.isEmpty() || areOthers || occasion.owed().only().isPresent()) {
            return List.of();
        }
        Map<Instant, Interval> now = occasion.owed().now().times();
        return new DateLines(words, zone(), note)
                .of(noLonger(known.get()).stream()
                        .filter(date -> !now.containsKey(date.recurrenceId()) && !wasReleased(date))
                        .toList());
    }

    /** The dates that they knew, without those at whose time there still is one: one moved by hand stays when the others move. */
    private List<OccurrenceSnapshot> noLonger(Snapshot edition) {
        Set<Interval> kept = new HashSet<>(occasion.owed().now().times().values());
        return edition.ahead(occasion.now()).stream()
                .filter(date -> !kept.contains(date.time()))
                .toList();
    }

    /** Nobody came, which they know. */
    private boolean wasReleased(OccurrenceSnapshot date) {
        return occasion.booking()
                .occurrence(date.recurrenceId())
                .filter(each -> each.state() == OccurrenceState.RELEASED)
                .isPresent();
    }

    private ZoneId zone() {
        return occasion.booking().schedule().zone();
    }
}
