package org.passerelle.availability.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.passerelle.availability.ConferenceQuery.DayHours;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;

/** Some parties who wish to meet: whether they can start with a slot, and in which rooms. Exact. For one thread. */
final class Gathering {

    /** What looking at one room on one date costs, beside a word of a bitmap. */
    private static final int COST_OF_A_LOOK = 10;

    private final RoomStarts rooms;
    private final List<PartyRooms> parties;
    private final Terms terms;
    private final PartyStarts starts;
    private final boolean bitmapsTellAll;
    private final Map<Long, Boolean> known = new HashMap<>();

    /**
     * What holds for the meeting as a whole.
     *
     * @param sameKind whether all rooms must be of one kind
     */
    record Terms(Optional<DayHours> dayHours, boolean sameKind, Optional<SeriesDates> series) {}

    /** @param parties at least one, in the order in which their rooms are told */
    Gathering(RoomStarts rooms, List<PartyRooms> parties, Terms terms) {
        this.rooms = rooms;
        this.parties = List.copyOf(parties);
        this.terms = terms;
        this.starts = new PartyStarts(
                rooms, parties, terms.dayHours(), terms.sameKind() ? kinds() : List.of(Optional.empty()));
        this.bitmapsTellAll = terms.series().isEmpty() && starts.crowds().isEmpty();
    }

    private static List<Optional<RoomKind>> kinds() {
        return Arrays.stream(RoomKind.values()).map(Optional::of).toList();
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
        return Bits.isSet(mayStart(chunk), start - chunk.first());
    }

    /** Whether there is a room for each party, if the meeting or series starts with the slot {@code start}. */
    boolean canStart(long start) {
        if (!mayStart(start)) {
            return false;
        }
        if (bitmapsTellAll) {
            return true;
        }
        Boolean before = known.get(start);
        if (before == null) {
            before = isSeated(start);
            known.put(start, before);
        }
        return before;
    }

    private boolean isSeated(long start) {
        long[] dates = dates(start);
        return dates.length > 0
                && LongStream.of(dates).allMatch(this::mayStart)
                && (terms.sameKind() ? bestOfOneKind(dates) : seated(usable(dates), dates)).isPresent();
    }

    private long[] dates(long start) {
        long[] dates = terms.series().map(series -> series.from(start)).orElse(new long[] {start});
        rooms.budget().spend(dates.length);
        return dates;
    }

    /**
     * A room for each party: of one kind if that can be done, and small ones rather than large ones. The same room serves on
     * all dates of a series.
     */
    Optional<List<Room>> roomsFrom(long start) {
        long[] dates = dates(start);
        if (dates.length == 0) {
            return Optional.empty();
        }
        Optional<List<Option>> chosen = bestOfOneKind(dates);
        if (chosen.isEmpty() && !terms.sameKind()) {
            chosen = seated(usable(dates), dates);
        }
        return chosen.map(
                options -> options.stream().map(option -> option.place().room()).toList());
    }

    private Optional<List<Option>> bestOfOneKind(long[] dates) {
        List<List<Option>> usable = usable(dates);
        return kinds().stream()
                .map(kind -> usable.stream()
                        .map(options -> options.stream()
                                .filter(option -> option.kind() == kind.orElseThrow())
                                .toList())
                        .toList())
                .flatMap(ofKind -> seated(ofKind, dates).stream())
                .min(Comparator.comparingInt(
                        options -> options.stream().mapToInt(Option::seats).sum()));
    }

    private List<List<Option>> usable(long[] dates) {
        return parties.stream()
                .map(party -> party.options().stream()
                        .filter(option -> isUsable(option, dates))
                        .toList())
                .toList();
    }

    private boolean isUsable(Option option, long[] dates) {
        return LongStream.of(dates).allMatch(date -> {
            rooms.budget().spend(COST_OF_A_LOOK);
            return rooms.canStart(option.place(), date)
                    && option.pools().stream().allMatch(pool -> rooms.canStart(pool, date));
        });
    }

    /** One of the options that {@code usable} holds for each party; what one site gives is settled apart from the others. */
    private Optional<List<Option>> seated(List<List<Option>> usable, long[] dates) {
        if (usable.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<Option> chosen = new ArrayList<>();
        usable.forEach(options -> chosen.add(options.get(0)));
        for (List<Integer> here : bySite().values()) {
            if (here.size() > 1) {
                Optional<List<Option>> seated =
                        Seating.of(here.stream().map(usable::get).toList(), pool -> freeUnits(pool, dates));
                if (seated.isEmpty()) {
                    return Optional.empty();
                }
                for (int i = 0; i < here.size(); i++) {
                    chosen.set(here.get(i), seated.get().get(i));
                }
            }
        }
        return Optional.of(Collections.unmodifiableList(chosen));
    }

    private Map<SiteId, List<Integer>> bySite() {
        Map<SiteId, List<Integer>> bySite = new LinkedHashMap<>();
        for (int i = 0; i < parties.size(); i++) {
            bySite.computeIfAbsent(parties.get(i).site().id(), any -> new ArrayList<>())
                    .add(i);
        }
        return bySite;
    }

    private int freeUnits(Bookable pool, long[] dates) {
        return LongStream.of(dates)
                .mapToInt(date -> rooms.freeUnits(pool, date))
                .min()
                .orElse(0);
    }
}
