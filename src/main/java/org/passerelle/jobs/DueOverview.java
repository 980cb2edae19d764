package org.passerelle.jobs;

import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.BookingId;
import org.passerelle.jobs.mongo.ActionRecords;
import org.passerelle.jobs.mongo.ActionRecords.ActionState;
import org.springframework.stereotype.Component;

/** What happens to bookings at its time, for whoever looks after that. */
@Component
public class DueOverview {

    private final DueTimes times;
    private final ActionRecords records;

    DueOverview(DueTimes times, ActionRecords records) {
        this.times = times;
        this.records = records;
    }

    /** How far something has come. */
    public enum DueState {
        /** It is to be done within the next hours. */
        DUE,
        /** It is tried again. */
        FAILED,
        /** It was done, or there was nothing to do any more. */
        DONE,
        /** It was too late. */
        DROPPED
    }

    /**
     * One thing.
     *
     * @param kind of {@link org.passerelle.booking.due.TimedAction}
     * @param at when it is due, or was
     * @param changed when it came to this; of what is due, when it is tried next
     * @param tries how often it was tried
     */
    public record DueLine(String kind, BookingId booking, Instant at, Instant changed, int tries) {}

    /** Of what is due the first, of the rest the last {@code most}. */
    public List<DueLine> lines(DueState state, int most) {
        return switch (state) {
            case DUE ->
                times.first(most).stream()
                        .map(entry -> new DueLine(
                                entry.kind(), entry.due().booking(), entry.due().at(), entry.at(), 0))
                        .toList();
            case FAILED -> recorded(ActionState.FAILED, most);
            case DONE -> recorded(ActionState.DONE, most);
            case DROPPED -> recorded(ActionState.DROPPED, most);
        };
    }

    private List<DueLine> recorded(ActionState state, int most) {
        return records.in(state, most).stream()
                .map(record -> new DueLine(
                        record.kind(), new BookingId(record.booking()), record.at(), record.changed(), record.tries()))
                .toList();
    }
}
