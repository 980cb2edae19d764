package org.passerelle.calendar.imports;

import java.time.ZoneId;
import org.passerelle.time.Interval;

/**
 * One date of an external event.
 *
 * @param key always the same for the same date of the same event
 * @param title at most 200 characters in one line
 */
record ExternalDate(String key, String title, Interval time, ZoneId zone) {

    ExternalDate during(Interval changed) {
        return new ExternalDate(key, title, changed, zone);
    }
}
