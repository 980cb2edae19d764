package org.passerelle.web.book;

import java.time.ZoneId;
import org.passerelle.directory.Site;
import org.passerelle.time.HalfDays;

/**
 * How the times in a form are meant.
 *
 * @param halfDays what a morning and an afternoon are
 */
public record Clocks(ZoneId zone, HalfDays halfDays) {

    public static Clocks of(Site site) {
        return new Clocks(site.zone(), site.halfDays());
    }
}
