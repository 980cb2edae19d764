package org.passerelle.booking.policy;

import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.Reason;
import org.passerelle.directory.Room;

/** A rule that each room judges for each date by itself. */
interface DateRule extends BookingRule {

    Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal);

    @Override
    default Stream<Reason> objections(Proposal proposal) {
        return proposal.dates().stream()
                .flatMap(date -> date.rooms().stream()
                        .distinct()
                        .flatMap(room ->
                                objection(room, date, proposal)
                                        .map(reason -> reason.on(date.recurrenceId()))
                                        .stream()));
    }
}
