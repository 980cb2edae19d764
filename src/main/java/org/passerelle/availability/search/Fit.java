package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.availability.query.Merit;
import org.passerelle.availability.query.Merit.MeritCode;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.RoomKind;

/**
 * How well a room fits what is asked for, from 0 to 100: up to 60 points for seats that are used, 20 for equipment that is
 * not wasted, 20 for the usual site, and 10 off where a manager must agree first. Told in docs/reference/availability.md.
 */
final class Fit {

    private static final int SEATS = 60;
    private static final int EQUIPMENT = 20;
    private static final int FOR_EACH_WORD = 4;
    private static final int SITE = 20;
    private static final int APPROVAL = 10;
    private static final int[] UNKNOWN = {};

    private final RoomQuery query;
    private final RoomTable table;
    private final BookingRights rights;
    private final boolean asksForSuites;
    /** From the usual site to each; none when nobody knows where people come from. */
    private final int[] kilometres;

    Fit(RoomQuery query, RoomTable table) {
        this.query = query;
        this.table = table;
        this.rights = BookingRights.of(query.seeker());
        this.asksForSuites = query.needs().kinds().contains(RoomKind.TELEPRESENCE);
        this.kilometres =
                query.usual().flatMap(table::site).map(table::kilometresFrom).orElse(UNKNOWN);
    }

    /** Whether others need {@code room} more: a telepresence suite that nobody asked for, or what a manager gives away. */
    boolean isScarce(TableEntry room) {
        return room.room.kind() == RoomKind.TELEPRESENCE && !asksForSuites || needsApproval(room);
    }

    /** From the usual site; 0 when that is unknown. */
    int kilometres(TableEntry room) {
        return kilometres.length == 0 ? 0 : kilometres[room.site];
    }

    int score(TableEntry room) {
        int score = seats(room) + equipment(room);
        if (query.usual().isEmpty() || isUsual(room)) {
            score += SITE;
        }
        return Math.max(0, needsApproval(room) ? score - APPROVAL : score);
    }

    private int seats(TableEntry room) {
        return room.isCountable()
                ? SEATS
                : SEATS * Math.min(query.attendees(), room.room.capacity()) / room.room.capacity();
    }

    private int equipment(TableEntry room) {
        Set<String> needed = query.needs().equipment();
        int wasted = 0;
        for (String word : room.room.profile().equipment()) {
            if (!needed.contains(word)) {
                wasted++;
            }
        }
        return Math.max(0, EQUIPMENT - FOR_EACH_WORD * wasted);
    }

    private boolean isUsual(TableEntry room) {
        return query.usual().isPresent() && query.usual().get().equals(room.room.site());
    }

    private String usualName() {
        return query.usual()
                .flatMap(table::site)
                .map(site -> table.sites().get(site).name())
                .orElse("");
    }

    private boolean needsApproval(TableEntry room) {
        return rights.needsApproval(
                room.room, query.times(), table.sites().get(room.site).zone());
    }

    /** What speaks for and against {@code room}, the weightiest first. */
    List<Merit> merits(TableEntry room, int missed) {
        List<Merit> merits = new ArrayList<>();
        if (missed > 0) {
            merits.add(Merit.of(MeritCode.MISSES_DATES, missed, query.times().size()));
        }
        if (!room.isCountable()) {
            MeritCode seats =
                    2 * query.attendees() >= room.room.capacity() ? MeritCode.SEATS_FIT : MeritCode.SEATS_TO_SPARE;
            merits.add(Merit.of(seats, room.room.capacity(), query.attendees()));
        }
        Set<String> needed = query.needs().equipment();
        if (!needed.isEmpty()) {
            merits.add(
                    Merit.of(MeritCode.EQUIPMENT_FITS, needed.stream().sorted().toArray()));
        }
        List<String> spare = room.room.profile().equipment().stream()
                .filter(word -> !needed.contains(word))
                .toList();
        if (!spare.isEmpty()) {
            merits.add(Merit.of(MeritCode.EQUIPMENT_TO_SPARE, spare.toArray()));
        }
        if (isUsual(room)) {
            merits.add(
                    Merit.of(MeritCode.USUAL_SITE, table.sites().get(room.site).name()));
        } else if (kilometres.length > 0) {
            merits.add(Merit.of(MeritCode.DISTANCE, kilometres(room), usualName()));
        }
        if (needsApproval(room)) {
            merits.add(Merit.of(MeritCode.NEEDS_APPROVAL));
        }
        return merits;
    }
}
