package org.passerelle.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A VEVENT, or one with its recurrences: what it is meant to say, from which both the text and the expected dates follow.
 *
 * @param kinds what is particular about it, for counting
 */
public record DrawnEvent(
        String uid,
        DrawnTime start,
        DrawnLength length,
        List<DrawnRule> rules,
        List<Added> added,
        List<DrawnTime> excluded,
        List<Differing> differing,
        boolean busy,
        Set<String> kinds) {

    public DrawnEvent {
        rules = List.copyOf(rules);
        added = List.copyOf(added);
        excluded = List.copyOf(excluded);
        differing = List.copyOf(differing);
        kinds = Set.copyOf(kinds);
    }

    /**
     * RDATE.
     *
     * @param asDay whether only its day is written, which on a series with times means the time of the series
     */
    public record Added(DrawnTime start, Optional<DrawnLength> own, boolean asDay) {}

    /**
     * RECURRENCE-ID: one date that differs, or all from it on.
     *
     * @param original the start that it replaces
     * @param id as it is written
     * @param onwards RANGE=THISANDFUTURE
     * @param busy whether the room is still used: neither called off nor free
     */
    public record Differing(
            Instant original, DrawnTime id, boolean onwards, DrawnTime start, DrawnLength length, Busy busy) {}

    /** What becomes of a date that differs. */
    public enum Busy {
        TAKEN,
        CANCELLED,
        FREE
    }

    /** All zones that it names. */
    Stream<DrawnZone> zones() {
        List<DrawnTime> times = new ArrayList<>(List.of(start));
        added.forEach(each -> times.add(each.start()));
        added.forEach(each -> each.own().ifPresent(own -> end(own).ifPresent(times::add)));
        times.addAll(excluded);
        differing.forEach(each -> times.addAll(List.of(each.id(), each.start())));
        differing.forEach(each -> end(each.length()).ifPresent(times::add));
        end(length).ifPresent(times::add);
        return times.stream()
                .filter(time -> time.form() == DrawnTime.Form.ZONED)
                .map(DrawnTime::zone)
                .distinct();
    }

    private static Optional<DrawnTime> end(DrawnLength length) {
        return length instanceof DrawnLength.Until until ? Optional.of(until.end()) : Optional.empty();
    }
}
