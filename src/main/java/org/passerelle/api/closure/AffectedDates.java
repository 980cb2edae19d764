package org.passerelle.api.closure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.closure.model.AffectedDate;

/**
 * What a closure, or another directory, would hit, by time.
 *
 * @param affected at most {@value #MOST}
 * @param total how many there are; left out where {@code affected} holds all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AffectedDates(
        List<AffectedView> affected, @Nullable Integer total) {

    /** One answer holds no more. */
    static final int MOST = 1000;

    public AffectedDates {
        affected = List.copyOf(affected);
    }

    /** As of something that is only tried. */
    public static AffectedDates tried(List<AffectedDate> dates) {
        return first(dates.stream().flatMap(AffectedView::tried).toList());
    }

    /** As of something that is done; what is under no closure nothing has become of yet. */
    public static AffectedDates treated(List<AffectedDate> dates) {
        return first(dates.stream()
                .flatMap(date -> date.closure().isEmpty() ? AffectedView.tried(date) : AffectedView.of(date))
                .toList());
    }

    private static AffectedDates first(List<AffectedView> all) {
        return all.size() > MOST ? new AffectedDates(all.subList(0, MOST), all.size()) : new AffectedDates(all, null);
    }
}
