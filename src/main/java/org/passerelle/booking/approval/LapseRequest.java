package org.passerelle.booking.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/** Ends a request on which nobody has decided in time. It is never too late for that. */
@Component
class LapseRequest implements TimedAction {

    private final ApprovingBookings approving;
    private final Directories directories;

    LapseRequest(ApprovingBookings approving, Directories directories) {
        this.approving = approving;
        this.directories = directories;
    }

    @Override
    public String kind() {
        return "request-lapse";
    }

    @Override
    public List<DueTime> times(Booking booking, Instant now) {
        return RequestDeadline.of(booking, directories.current())
                .map(deadline -> new DueTime(booking.id(), Optional.empty(), deadline, Instant.MAX))
                .stream()
                .toList();
    }

    @Override
    public boolean perform(Booking booking, DueTime due) {
        return approving.lapse(booking.id());
    }
}
