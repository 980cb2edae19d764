package org.passerelle.web.day;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** What quotas keep from whoever looks at rooms, each for as short a time as it is to be had. */
@Component
class DayQuotas {

    private final QuotaGuide quotas;

    DayQuotas(QuotaGuide quotas) {
        this.quotas = quotas;
    }

    QuotaLimits of(Collection<Room> rooms, Interval window, Look look) {
        Set<RoomId> usedUp = new HashSet<>();
        Map<RoomId, List<Interval>> days = new HashMap<>();
        rooms.stream().collect(Collectors.groupingBy(BookingBounds::shortest)).forEach((shortest, alike) -> {
            QuotaQuestion question =
                    new QuotaQuestion(look.person(), look.directory(), alike, List.of(), Optional.empty());
            QuotaLimits limits = QuotaLimits.of(quotas, question, window, shortest);
            usedUp.addAll(limits.usedUp());
            days.putAll(limits.days());
        });
        return new QuotaLimits(usedUp, days);
    }
}
