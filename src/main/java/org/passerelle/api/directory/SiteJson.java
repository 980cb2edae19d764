package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.time.HalfDays;
import org.passerelle.time.HalfDays.LocalRange;

/**
 * A site as told to everybody.
 *
 * @param closures days on which it is shut, in {@code timeZone}
 * @param rooms the ids of its rooms, in the order of the directory
 */
record SiteJson(
        String id,
        String name,
        String operator,
        String timeZone,
        Location location,
        HalfDaysJson halfDays,
        List<ClosureJson> closures,
        List<String> rooms,

        @Schema(description = "What it brings or does for meetings")
        List<ServiceJson> services) {

    /**
     * Something that is ordered with a booking.
     *
     * @param notice how long before the start it must be ordered, as ISO 8601 says it
     * @param perDay the most of it on one day, or null
     * @param atOnce the most of it at a time, or null
     * @param rooms ids of the only rooms in which it is to be had; none for all
     */
    @Schema(name = "SiteService")
    record ServiceJson(
            String id,
            String name,
            ServiceKind kind,
            String notice,
            @Nullable Integer perDay,
            @Nullable Integer atOnce,
            List<String> rooms) {

        private static ServiceJson of(ServiceOffer offer) {
            return new ServiceJson(
                    offer.id(),
                    offer.name(),
                    offer.kind(),
                    offer.notice().toString(),
                    offer.limits().perDay().orElse(null),
                    offer.limits().atOnce().orElse(null),
                    offer.rooms().stream().sorted().toList());
        }
    }

    /** A postal address and a position in degrees (WGS 84). */
    record Location(String address, double latitude, double longitude) {}

    /** The local meaning of "morning", "afternoon" and "the day". */
    record HalfDaysJson(RoomJson.Hours morning, RoomJson.Hours afternoon, RoomJson.Hours day) {

        static HalfDaysJson of(HalfDays halfDays) {
            return new HalfDaysJson(hours(halfDays.morning()), hours(halfDays.afternoon()), hours(halfDays.day()));
        }

        private static RoomJson.Hours hours(LocalRange range) {
            return new RoomJson.Hours(range.start().toString(), range.end().toString());
        }
    }

    /** Whole days, both included. */
    record ClosureJson(LocalDate firstDay, LocalDate lastDay, String reason) {

        static ClosureJson of(Closure closure) {
            return new ClosureJson(closure.firstDay(), closure.lastDay(), closure.reason());
        }
    }

    static SiteJson of(Site site, Directory directory) {
        var place = site.place();
        return new SiteJson(
                site.id().value(),
                site.name(),
                site.operator().value(),
                site.zone().getId(),
                new Location(place.address(), place.latitude(), place.longitude()),
                HalfDaysJson.of(site.halfDays()),
                site.closures().stream()
                        .filter(closure -> closure.isOfTheWholeSite() && closure.isOfWholeDays())
                        .map(ClosureJson::of)
                        .toList(),
                directory.roomsAt(site.id()).stream()
                        .map(room -> room.id().value())
                        .toList(),
                directory.services().stream()
                        .filter(offer -> offer.site().equals(site.id().value()))
                        .map(ServiceJson::of)
                        .toList());
    }
}
