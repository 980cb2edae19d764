package org.passerelle.availability.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;

/** Some parties who wish to meet: whether they can start with a slot, and in which rooms. Exact. For one thread. */
final class SlotGathering {

    /** What looking at one room on one date costs, beside a word of a bitmap. */
    private static final int COST_OF_A_LOOK = 10;

    private static final List<RoomKind> KINDS = List.of(RoomKind.values());

    private final RoomStarts rooms;
    private final List<PartyRooms> parties;
    private final Terms terms;
    private final PartyStarts starts;
    private final boolean bitmapsTellAll;
    private final List<List<Integer>> crowds;
    private final boolean[] isAlone;
    private final Map<Long, Optional<List<Room>>> known = new HashMap<>();

    /**
     * What holds for the meeting as a whole.
     *
     * @param sameKind whether all rooms must be of one kind
     */
    record Terms(Optional<DayHours> dayHours, boolean sameKind, Optional<PlannedSeries> series) {}

    /** @param parties at least one, in the order in which their rooms are told */
    SlotGathering(RoomStarts rooms, List<PartyRooms> parties, Terms terms) {
        this.rooms = rooms;
        this.parties = List.copyOf(parties);
        this.terms = terms;
        this.starts = new PartyStarts(
                rooms,
                parties,
                terms.dayHours(),
                terms.sameKind() ? KINDS.stream().map(Optional::of).toList() : List.of(Optional.empty()));
        this.crowds = crowds(parties);
        this.isAlone = new boolean[parties.size()];
        Arrays.fill(isAlone, true);
        crowds.forEach(here -> here.forEach(party -> isAlone[party] = false));
        this.bitmapsTellAll = terms.series().isEmpty() && crowds.isEmpty();
    }

    List<PartyRooms> parties() {
        return parties;
    }

    RoomStarts rooms() {
        return rooms;
    }

    /** Whether what {@link #mayStart} says is all that can be said. */
    boolean bitmapsTellAll() {
        return bitmapsTellAll;
    }

    /** The slots of {@code chunk} that are worth a look; no others will do. */
    long[] mayStart(Chunk chunk) {
        return starts.in(chunk);
    }

    boolean mayStart(long start) {
        Chunk chunk = rooms.chunks().containing(start);
        return StartBits.isSet(mayStart(chunk), start - chunk.first());
    }

    /** Whether there is a room for each party, if the meeting or series starts with the slot {@code start}. */
    boolean canStart(long start) {
        return mayStart(start) && (bitmapsTellAll || roomsFrom(start).isPresent());
    }

    /**
     * A room for each party: of one kind if that can be done, and small ones rather than large ones. The same room serves on
     * all dates of a series.
     */
    Optional<List<Room>> roomsFrom(long start) {
        Optional<List<Room>> before = known.get(start);
        if (before == null) {
            long[] dates = dates(start);
            before = areWorthALook(dates) ? rooms(dates) : Optional.empty();
            known.put(start, before);
        }
        return before;
    }

    private long[] dates(long start) {
        long[] dates = terms.series().map(series -> series.from(start)).orElse(new long[] {start});
        rooms.budget().spend(dates.length);
        return dates;
    }

    private boolean areWorthALook(long[] dates) {
        for (long date : dates) {
            if (!mayStart(date)) {
                return false;
            }
        }
        return dates.length > 0;
    }

    private Optional<List<Room>> rooms(long[] dates) {
        List<List<PartyOption>> usable = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            List<PartyOption> options = usable(parties.get(i), isAlone[i], dates);
            if (options.isEmpty()) {
                return Optional.empty();
            }
            usable.add(options);
        }
        Optional<List<PartyOption>> chosen = bestOfOneKind(usable, dates);
        if (chosen.isEmpty() && !terms.sameKind()) {
            chosen = seated(usable, dates);
        }
        return chosen.map(
                options -> options.stream().map(option -> option.place().room()).toList());
    }

    /** What {@code party} can have on all dates, the best fit first; if it is alone at its site, one of each kind. */
    private List<PartyOption> usable(PartyRooms party, boolean isAlone, long[] dates) {
        List<PartyOption> usable = new ArrayList<>();
        Set<RoomKind> missing = EnumSet.noneOf(RoomKind.class);
        missing.addAll(party.kinds());
        for (PartyOption option : party.options()) {
            if (isAlone && missing.isEmpty()) {
                break;
            }
            if ((!isAlone || missing.contains(option.kind())) && isUsable(option, dates)) {
                usable.add(option);
                missing.remove(option.kind());
            }
        }
        return usable;
    }

    private boolean isUsable(PartyOption option, long[] dates) {
        for (long date : dates) {
            rooms.budget().spend(COST_OF_A_LOOK);
            if (!rooms.canStart(option.place(), date)) {
                return false;
            }
            for (Bookable pool : option.pools()) {
                if (!rooms.canStart(pool, date)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<List<PartyOption>> bestOfOneKind(List<List<PartyOption>> usable, long[] dates) {
        return KINDS.stream()
                .map(kind -> ofKind(kind, usable))
                .flatMap(ofKind -> seated(ofKind, dates).stream())
                .min(Comparator.comparingInt(
                        options -> options.stream().mapToInt(PartyOption::seats).sum()));
    }

    private static List<List<PartyOption>> ofKind(RoomKind kind, List<List<PartyOption>> usable) {
        List<List<PartyOption>> ofKind = new ArrayList<>();
        for (List<PartyOption> options : usable) {
            ofKind.add(options.stream().filter(option -> option.kind() == kind).toList());
            if (ofKind.get(ofKind.size() - 1).isEmpty()) {
                break;
            }
        }
        return ofKind;
    }

    /** One of the options that {@code usable} holds for each party; what one site gives is settled apart from the others. */
    private Optional<List<PartyOption>> seated(List<List<PartyOption>> usable, long[] dates) {
        if (usable.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<PartyOption> chosen = new ArrayList<>();
        usable.forEach(options -> chosen.add(options.get(0)));
        for (List<Integer> here : crowds) {
            Optional<List<PartyOption>> seated =
                    Seating.of(here.stream().map(usable::get).toList(), pool -> freeUnits(pool, dates));
            if (seated.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < here.size(); i++) {
                chosen.set(here.get(i), seated.get().get(i));
            }
        }
        return Optional.of(Collections.unmodifiableList(chosen));
    }

    /** The places in the list of those parties that share a site, site by site. */
    private static List<List<Integer>> crowds(List<PartyRooms> parties) {
        Map<SiteId, List<Integer>> bySite = new LinkedHashMap<>();
        for (int i = 0; i < parties.size(); i++) {
            bySite.computeIfAbsent(parties.get(i).site().id(), any -> new ArrayList<>())
                    .add(i);
        }
        return bySite.values().stream().filter(here -> here.size() > 1).toList();
    }

    private int freeUnits(Bookable pool, long[] dates) {
        return LongStream.of(dates)
                .mapToInt(date -> rooms.freeUnits(pool, date))
                .min()
                .orElse(0);
    }
}
