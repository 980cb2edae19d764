package org.passerelle.directory;

import java.time.ZoneId;
import java.util.List;
import org.passerelle.time.HalfDays;

/**
 * A place with rooms.
 *
 * @param zone the IANA zone in which its opening hours, half-days and closures are read
 * @param closures when it, or some of its rooms, is shut, public holidays included; sorted by start
 */
public record Site(
        SiteId id,
        String name,
        OperatorId operator,
        ZoneId zone,
        SiteLocation place,
        HalfDays halfDays,
        List<Closure> closures) {

    public Site {
        closures = List.copyOf(closures);
    }

    /** The closures that shut {@code room} and not the whole site; rooms with the same are shut at the same times. */
    public List<Closure> closuresOfRoom(RoomId room) {
        return closures.stream()
                .filter(closure -> !closure.isOfTheWholeSite() && closure.concerns(room))
                .toList();
    }

    /** The same site, shut at other times. */
    public Site with(List<Closure> others) {
        return new Site(id, name, operator, zone, place, halfDays, others);
    }

    /** Where a site is: a postal address in one line and a position in degrees (WGS 84). */
    public record SiteLocation(String address, double latitude, double longitude) {

        private static final double EARTH_KILOMETRES = 6_371;

        /** Along the great circle on a sphere of the earth's mean radius, by the haversine formula. */
        public double kilometresTo(SiteLocation other) {
            double north = Math.toRadians(other.latitude - latitude);
            double east = Math.toRadians(other.longitude - longitude);
            double square = Math.pow(Math.sin(north / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.pow(Math.sin(east / 2), 2);
            return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(square)));
        }
    }
}
