package org.passerelle.arrival;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.Extension;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.springframework.stereotype.Component;

/** Until when a meeting that is under way can go on: steps that people say, and if not all of them are free the longest that is. */
@Component
public class StayOffers {

    private static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1));

    private final Extension extension;
    private final Clock clock;

    StayOffers(Extension extension, Clock clock) {
        this.extension = extension;
        this.clock = clock;
    }

    /** Ends that {@code person} can choose, the soonest first; none if it is not under way or can last no longer. */
    public List<Instant> of(Person person, Booking booking, Occurrence date) {
        return isUnderWay(date) ? offers(date, extension.latestEnd(person, booking, date, longest())) : List.of();
    }

    /** As {@link #of(Person, Booking, Occurrence)}, for somebody in the room who need not say who. */
    public List<Instant> of(Booking booking, Occurrence date) {
        return isUnderWay(date) ? offers(date, extension.latestEnd(booking, date, longest())) : List.of();
    }

    private static Duration longest() {
        return STEPS.get(STEPS.size() - 1);
    }

    private boolean isUnderWay(Occurrence date) {
        Instant now = clock.instant();
        return date.isAhead(now) && !date.time().start().isAfter(now);
    }

    private static List<Instant> offers(Occurrence date, Instant latest) {
        Instant end = date.time().end();
        return Stream.concat(STEPS.stream().map(end::plus), Stream.of(latest))
                .filter(until -> until.isAfter(end) && !until.isAfter(latest))
                .distinct()
                .sorted()
                .toList();
    }
}
