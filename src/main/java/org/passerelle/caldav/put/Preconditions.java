package org.passerelle.caldav.put;

import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.resource.DavRefused;

/**
 * On what a write depends (RFC 9110 section 13.1, RFC 6638 section 8.3).
 *
 * @param match the header {@code If-Match}
 * @param noneMatch the header {@code If-None-Match}
 * @param scheduleTag the header {@code If-Schedule-Tag-Match}, which goes before the first: answers of others change no such tag
 */
public record Preconditions(Optional<String> match, Optional<String> noneMatch, Optional<String> scheduleTag) {

    /** @throws DavRefused with 412 if one is not met */
    void check(Optional<CalendarObject> existing) {
        boolean isMet = scheduleTag.isPresent()
                ? existing.flatMap(CalendarObject::scheduleTag)
                        .filter(tag -> contains(scheduleTag.get(), tag))
                        .isPresent()
                : match.isEmpty()
                        || existing.filter(object -> contains(match.get(), object.etag()))
                                .isPresent();
        boolean isNew = noneMatch.isEmpty()
                || existing.filter(object -> contains(noneMatch.get(), object.etag()))
                        .isEmpty();
        if (!isMet || !isNew) {
            throw DavRefused.status(412);
        }
    }

    boolean areAny() {
        return match.isPresent() || scheduleTag.isPresent();
    }

    /** Whether {@code tag} is in {@code list}, of which {@code *} is any. A weak one is compared as if it were strong: a proxy made it so. */
    public static boolean contains(String list, String tag) {
        return list.strip().equals("*")
                || Stream.of(list.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(tag::equals);
    }
}
