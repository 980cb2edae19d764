package org.passerelle.api.closure;

import java.util.List;
import org.passerelle.closure.model.AffectedDate;

/** What a closure, or another directory, would hit. */
public record AffectedDates(List<AffectedView> affected) {

    public AffectedDates {
        affected = List.copyOf(affected);
    }

    /** As of something that is only tried. */
    public static AffectedDates tried(List<AffectedDate> dates) {
        return new AffectedDates(dates.stream().flatMap(AffectedView::tried).toList());
    }
}
