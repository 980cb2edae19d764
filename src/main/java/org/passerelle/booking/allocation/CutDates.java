package org.passerelle.booking.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;

/**
 * Where a series is cut so that some of its dates are bookings of their own.
 *
 * @param from the first date of what is cut off, by its recurrence id
 * @param isHandedOver whether the dates from there on are the ones that are wanted; else those are that come before
 * @param isWhole whether nothing would be left before it, so that there is nothing to cut
 */
public record CutDates(Instant from, boolean isHandedOver, boolean isWhole) {

    /**
     * The cuts in the order in which they are made, the last first, so that what is left before keeps its name. None if all dates
     * that are ahead are wanted.
     *
     * @param wanted dates by their recurrence ids
     */
    public static List<CutDates> of(Booking series, Set<Instant> wanted, Instant now) {
        List<Instant> ahead = series.occupying()
                .filter(date -> date.isAhead(now))
                .map(Occurrence::recurrenceId)
                .sorted()
                .toList();
        if (wanted.containsAll(ahead)) {
            return List.of();
        }
        Optional<Instant> first =
                series.occurrences().stream().map(Occurrence::recurrenceId).min(Comparator.naturalOrder());
        List<CutDates> cuts = new ArrayList<>();
        for (int i = ahead.size() - 1; i >= 0; i--) {
            boolean isWanted = wanted.contains(ahead.get(i));
            boolean wasWanted = i > 0 && wanted.contains(ahead.get(i - 1));
            boolean isWhole = first.filter(ahead.get(i)::equals).isPresent();
            if (isWanted && (i == 0 || !wasWanted) || !isWanted && wasWanted) {
                cuts.add(new CutDates(ahead.get(i), isWanted, isWhole));
            }
        }
        return cuts;
    }
}
