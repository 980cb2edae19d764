package org.passerelle.availability.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * What quotas keep from a seeker.
 *
 * @param usedUp rooms that they cannot have at all
 * @param days on which they cannot have others for as long as they wish, sorted, by room
 */
public record QuotaLimits(Set<RoomId> usedUp, Map<RoomId, List<Interval>> days) {

    public QuotaLimits {
        usedUp = Set.copyOf(usedUp);
        days = Map.copyOf(days);
    }

    /** @param length of a date, which may start at any time within {@code window} */
    public static QuotaLimits of(QuotaGuide quotas, QuotaQuestion question, Interval window, Duration length) {
        return new QuotaLimits(quotas.usedUp(question).keySet(), quotas.usedUpDays(question, window, length));
    }

    /** When nobody so limited has {@code room}; nothing where no quota says so. */
    public List<Interval> daysOf(RoomId room) {
        return days.getOrDefault(room, List.of());
    }
}
