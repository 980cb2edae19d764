package org.passerelle.directory;

import java.time.ZoneId;
import java.util.List;
import org.passerelle.time.HalfDays;

/**
 * A place with rooms.
 *
 * @param zone the IANA zone in which its opening hours, half-days and closures are read
 * @param closures days on which all its rooms are shut, public holidays included; sorted by first day
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

    /** Where a site is: a postal address in one line and a position in degrees (WGS 84). */
    public record SiteLocation(String address, double latitude, double longitude) {}
}
