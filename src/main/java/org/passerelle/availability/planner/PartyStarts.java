package org.passerelle.availability.planner;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;

/**
 * With which slots several parties could start at once: for each of them a room is free. That is all there is to it unless
 * two parties meet at one site, who may be left with one room between them. For one thread.
 */
final class PartyStarts {

    private final RoomStarts rooms;
    private final List<PartyRooms> parties;
    private final Optional<DayHours> dayHours;
    private final List<Optional<RoomKind>> casts;
    private final List<Crowd> crowds;

    /** @param casts the kinds of which all rooms may be; an empty one stands for any, and mixed */
    PartyStarts(
            RoomStarts rooms,
            Collection<PartyRooms> parties,
            Optional<DayHours> dayHours,
            List<Optional<RoomKind>> casts) {
        this.rooms = rooms;
        this.parties = parties.stream()
                .sorted(Comparator.comparingInt(party -> party.options().size()))
                .toList();
        this.dayHours = dayHours;
        this.casts = List.copyOf(casts);
        this.crowds = crowds(this.parties);
    }

    /** Names the bitmap of when any of a party's rooms is open. */
    private record Opened(Party party, Optional<RoomKind> kind) {}

    /** Names the bitmap of whoever meets at {@code party}'s site with its needs. */
    private record Alone(Party party, Optional<RoomKind> kind) {}

    /** Names the bitmap of when a site has a room for each of {@code positions}. */
    private record Enough(Set<Integer> positions, Optional<RoomKind> kind) {}

    long[] in(Chunk chunk) {
        return chunk.bitmap(this, () -> {
            long[] starts = chunk.empty();
            casts.forEach(kind -> StartBits.add(starts, together(chunk, kind)));
            return starts;
        });
    }

    private long[] together(Chunk chunk, Optional<RoomKind> kind) {
        long[] starts = chunk.empty();
        StartBits.set(starts, 0, chunk.end() - chunk.first());
        boolean any = withinDayHours(chunk, starts);
        for (PartyRooms party : parties) {
            any = any && StartBits.keep(starts, opened(chunk, party, kind));
        }
        for (PartyRooms party : parties) {
            any = any && !rooms.budget().isSpent() && StartBits.keep(starts, alone(chunk, party, kind));
        }
        for (Crowd crowd : crowds) {
            any = any && !rooms.budget().isSpent() && StartBits.keep(starts, enough(chunk, crowd, kind));
        }
        return any ? starts : chunk.empty();
    }

    private boolean withinDayHours(Chunk chunk, long[] starts) {
        return dayHours.isEmpty()
                || parties.stream()
                        .map(party -> party.site().zone())
                        .distinct()
                        .allMatch(zone -> StartBits.keep(starts, rooms.open().within(dayHours.get(), zone, chunk)));
    }

    private static List<PartyOption> options(PartyRooms party, Optional<RoomKind> kind) {
        return kind.isEmpty()
                ? party.options()
                : party.options().stream()
                        .filter(option -> option.kind() == kind.get())
                        .toList();
    }

    /** Costs little, and often shows that there is nothing to look for. */
    private long[] opened(Chunk chunk, PartyRooms party, Optional<RoomKind> kind) {
        return chunk.bitmap(new Opened(party.party(), kind), () -> {
            long[] starts = chunk.empty();
            options(party, kind).stream()
                    .map(option -> rooms.openFor(option, chunk))
                    .distinct()
                    .forEach(open -> StartBits.add(starts, open));
            return starts;
        });
    }

    private long[] alone(Chunk chunk, PartyRooms party, Optional<RoomKind> kind) {
        return chunk.bitmap(new Alone(party.party(), kind), () -> {
            long[] starts = chunk.empty();
            for (PartyOption option : options(party, kind)) {
                if (!StartBits.isWithin(rooms.openFor(option, chunk), starts)) {
                    rooms.add(option, chunk, starts);
                }
            }
            return starts;
        });
    }

    /** When as many rooms are free as there are parties; whether they suit is not asked. */
    private long[] enough(Chunk chunk, Crowd crowd, Optional<RoomKind> kind) {
        return chunk.bitmap(new Enough(crowd.positions(), kind), () -> {
            ObstacleTally tally = new ObstacleTally(chunk.words(), crowd.rooms().size());
            for (Bookable place : crowd.rooms()) {
                if (!rooms.budget().isSpent() && (kind.isEmpty() || place.room().kind() == kind.get())) {
                    tally.add(rooms.of(place, chunk));
                }
            }
            return tally.atLeast(crowd.positions().size());
        });
    }

    /** Those who meet at one site, and all rooms that suit one of them or other. */
    private record Crowd(Set<Integer> positions, Collection<Bookable> rooms) {

        static Crowd of(List<PartyRooms> parties) {
            Map<RoomId, Bookable> different = new LinkedHashMap<>();
            parties.stream()
                    .flatMap(party -> party.options().stream())
                    .forEach(option -> different.put(option.place().room().id(), option.place()));
            return new Crowd(
                    parties.stream().map(PartyRooms::position).collect(Collectors.toSet()), different.values());
        }
    }

    private static List<Crowd> crowds(List<PartyRooms> parties) {
        Map<SiteId, List<PartyRooms>> bySite = parties.stream()
                .collect(Collectors.groupingBy(
                        party -> party.site().id(), LinkedHashMap::new, Collectors.<PartyRooms>toList()));
        return bySite.values().stream()
                .filter(here -> here.size() > 1)
                .map(Crowd::of)
                .toList();
    }
}
