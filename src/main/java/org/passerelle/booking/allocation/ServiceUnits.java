package org.passerelle.booking.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Chooses units of services of which there is not enough for everybody: of those of a day, which are claims of the day on which
 * the meeting starts, and of those at a time, which are claimed like rooms while people meet.
 */
final class ServiceUnits {

    private final List<Wanted> wanted;

    private ServiceUnits(List<Wanted> wanted) {
        this.wanted = wanted;
    }

    private record Wanted(ServiceOffer offer, int quantity) {

        private LongStream claims(Interval time) {
            return LongStream.concat(
                    offer.numbers().ofDays().stream().flatMapToLong(number -> days(number, time)),
                    Claims.of(offer.numbers().units(), time));
        }

        private LongStream days(int number, Interval time) {
            return offer.unitsOfDay(time.start()).map(unit -> Claims.of(number, unit));
        }
    }

    /**
     * What was found for one date.
     *
     * @param atOnce what is held while people meet
     * @param ofTheDay claims of the day
     * @param exhausted why not all was found
     */
    record ServiceChoice(List<Stretch> atOnce, List<Long> ofTheDay, List<Reason> exhausted) {

        private static final ServiceChoice NOTHING = new ServiceChoice(List.of(), List.of(), List.of());
    }

    /** Those that {@code orders} name and {@code directory} knows and limits. */
    static ServiceUnits of(List<ServiceOrder> orders, Directory directory) {
        return new ServiceUnits(orders.stream()
                .flatMap(order ->
                        directory.service(order.service()).stream().map(offer -> new Wanted(offer, order.quantity())))
                .filter(each -> each.offer().limits().perDay().isPresent()
                        || each.offer().limits().atOnce().isPresent())
                .toList());
    }

    /** Every claim that could be made on a date. */
    LongStream claims(Interval time) {
        return wanted.stream().flatMapToLong(each -> each.claims(time));
    }

    /**
     * Units for {@code date}, marked as unavailable from now on.
     *
     * @param unavailable claims that others hold
     */
    ServiceChoice choose(Proposal.Date date, Set<Long> unavailable, Allocator.Taste taste) {
        if (wanted.isEmpty()) {
            return ServiceChoice.NOTHING;
        }
        List<Stretch> atOnce = new ArrayList<>();
        List<Long> ofTheDay = new ArrayList<>();
        List<Reason> exhausted = new ArrayList<>();
        for (Wanted each : wanted) {
            List<Long> units = ofTheDay(each, date.time(), unavailable, taste);
            List<Stretch> stretches = atOnce(each, date.time(), unavailable, taste);
            boolean isEnough = (each.offer().limits().perDay().isEmpty() || units.size() == each.quantity())
                    && (each.offer().limits().atOnce().isEmpty() || stretches.size() == each.quantity());
            if (!isEnough) {
                exhausted.add(
                        Reason.of(ReasonCode.SERVICE_EXHAUSTED, each.offer().name())
                                .on(date.recurrenceId()));
            }
            units.forEach(unavailable::add);
            stretches.forEach(held -> Claims.of(held).forEach(unavailable::add));
            ofTheDay.addAll(units);
            atOnce.addAll(stretches);
        }
        return new ServiceChoice(atOnce, ofTheDay, exhausted);
    }

    private static List<Long> ofTheDay(Wanted each, Interval time, Set<Long> unavailable, Allocator.Taste taste) {
        List<Long> free = each.offer().numbers().ofDays().stream()
                .flatMap(number -> each.days(number, time).boxed())
                .filter(claim -> !unavailable.contains(claim))
                .toList();
        return taste.sorted(free).stream().limit(each.quantity()).sorted().toList();
    }

    private static List<Stretch> atOnce(Wanted each, Interval time, Set<Long> unavailable, Allocator.Taste taste) {
        return taste.sorted(each.offer().numbers().units()).stream()
                .map(unit -> new Stretch(unit, Slots.first(time), Slots.endExclusive(time)))
                .filter(held -> Claims.of(held).noneMatch(unavailable::contains))
                .limit(each.quantity())
                .toList();
    }

    /** Those of {@code lines} that a service holds, not a conference. */
    static Stream<Stretch> among(List<Stretch> lines, Directory directory) {
        return lines.stream()
                .filter(line -> directory.services().stream()
                        .anyMatch(offer -> offer.numbers().contain(line.number())));
    }
}
