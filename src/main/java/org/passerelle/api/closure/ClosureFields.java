package org.passerelle.api.closure;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.time.WrittenTimes;

/**
 * What is to be shut; exactly one of {@code site} and {@code rooms}, which are all of one site.
 *
 * @param from local time of the site, such as {@code 2027-01-12T00:00}
 * @param to likewise, not included
 * @param onBookings what becomes of the bookings there; unless said {@code KEEP}, of a failure {@code PROPOSE}
 * @param type {@code PLANNED} unless said
 */
@Schema(name = "ClosureOrder")
record ClosureFields(
        @Nullable String site,
        @Nullable List<@Nullable String> rooms,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String from,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String to,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String reason,

        @Schema(implementation = OnBookings.class) @Nullable String onBookings,

        @Schema(implementation = ClosureType.class) @Nullable
        String type) {

    private static final int MOST_ROOMS = 200;

    /** @throws org.passerelle.api.InvalidRequest naming every field that is missing or makes no sense */
    ClosurePlan plan(Directory directory, Instant now) {
        Fields errors = new Fields();
        List<Room> named = rooms(directory, errors);
        Optional<SiteId> where = site(directory, named, errors);
        ZoneId zone = where.flatMap(directory::site).map(found -> found.zone()).orElse(ZoneId.of("UTC"));
        Optional<LocalDateTime> start =
                errors.parsed("from", from, text -> WrittenTimes.local(text, zone), "time.local");
        Optional<LocalDateTime> end = errors.parsed("to", to, text -> WrittenTimes.local(text, zone), "time.local");
        String why = errors.line("reason", reason, ClosurePlan.LONGEST_REASON);
        ClosureType kind = type == null
                ? ClosureType.PLANNED
                : errors.parsed("type", type, ClosureFields::type, "closure.type")
                        .orElse(ClosureType.PLANNED);
        OnBookings then = onBookings == null
                ? kind == ClosureType.FAILURE ? OnBookings.PROPOSE : OnBookings.KEEP
                : errors.parsed("onBookings", onBookings, OnBookings::valueOf, "closure.on-bookings")
                        .orElse(OnBookings.KEEP);
        if (start.isPresent() && end.isPresent()) {
            requireOrder(start.get(), end.get(), now.atZone(zone).toLocalDateTime(), errors);
        }
        errors.requireNone();
        return new ClosurePlan(
                where.orElseThrow(),
                named.stream().map(Room::id).toList(),
                start.orElseThrow(),
                end.orElseThrow(),
                why.strip(),
                then,
                kind);
    }

    /** What the directory has come to close or to change the program finds by itself. */
    private static ClosureType type(String name) {
        ClosureType type = ClosureType.valueOf(name);
        if (type.isOfTheDirectory()) {
            throw new IllegalArgumentException("Nobody makes such a closure");
        }
        return type;
    }

    private static void requireOrder(LocalDateTime start, LocalDateTime end, LocalDateTime now, Fields errors) {
        if (!start.isBefore(end)) {
            errors.refuse("to", "time.order");
        } else if (end.isAfter(start.plusDays(ClosurePlan.MOST_DAYS))) {
            errors.refuse("to", "closure.too-long");
        } else if (!end.isAfter(now)) {
            errors.refuse("to", "closure.over");
        }
    }

    private List<Room> rooms(Directory directory, Fields errors) {
        List<Room> found = new ArrayList<>();
        if (rooms == null) {
            return found;
        }
        if (rooms.isEmpty() || rooms.size() > MOST_ROOMS) {
            errors.refuse("rooms", "closure.rooms");
        }
        for (int i = 0; i < Math.min(MOST_ROOMS, rooms.size()); i++) {
            Optional<Room> room = Fields.quietly(rooms.get(i), RoomId::new).flatMap(directory::room);
            if (room.isEmpty()) {
                errors.refuse("rooms[" + i + "]", "closure.room");
            }
            room.ifPresent(found::add);
        }
        return found;
    }

    private Optional<SiteId> site(Directory directory, List<Room> named, Fields errors) {
        if ((site == null) == (rooms == null)) {
            errors.refuse("site", "closure.site-or-rooms");
            return Optional.empty();
        }
        if (site != null) {
            Optional<SiteId> known = Fields.quietly(site, SiteId::new)
                    .filter(id -> directory.site(id).isPresent());
            if (known.isEmpty()) {
                errors.refuse("site", "closure.site");
            }
            return known;
        }
        Set<SiteId> sites = named.stream().map(Room::site).collect(Collectors.toSet());
        if (sites.size() > 1) {
            errors.refuse("rooms", "closure.one-site");
        }
        return sites.stream().findFirst();
    }
}
