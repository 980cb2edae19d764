package org.passerelle.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that nobody has checked in yet and that the room is about to be given back; dropped once it is. */
@Component
class NoShowWarning implements TimedAction {

    private final ReleaseTimes times;
    private final ApplicationEventPublisher events;

    NoShowWarning(ReleaseTimes times, ApplicationEventPublisher events) {
        this.times = times;
        this.events = events;
    }

    @Override
    public String kind() {
        return "no-show-warning";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        return NearDates.of(booking, now)
                .flatMap(date -> times
                        .of(booking, date)
                        .map(due ->
                                new DueTime(booking.id(), Optional.of(date.recurrenceId()), due.warning(), due.at()))
                        .stream())
                .toList();
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        due.recurrenceId().ifPresent(date -> events.publishEvent(new NoShowExpected(booking.id(), date, due.latest())));
        return true;
    }
}
