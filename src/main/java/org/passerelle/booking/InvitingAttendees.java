package org.passerelle.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.booking.placing.Placement;
import org.springframework.stereotype.Component;

/** Judges whom a booking newly invites, whatever door the order came through. Whoever was invited before is not judged again. */
@Component
class InvitingAttendees {

    /**
     * Has {@code placing} done unless somebody may not be invited.
     *
     * @param before who is invited already
     * @param after who will be
     */
    Placement place(List<Attendee> before, List<Attendee> after, Supplier<Placement> placing) {
        Set<String> known = before.stream().map(each -> each.email().value()).collect(Collectors.toSet());
        List<Attendee> named = after.stream()
                .filter(each -> !known.contains(each.email().value()))
                .toList();
        Optional<Reason> objection = objection(named);
        return objection
                .<Placement>map(reason -> new Placement.Refused(List.of(reason)))
                .orElseGet(placing);
    }

    private static Optional<Reason> objection(List<Attendee> named) {
        return named.stream()
                .map(Attendee::email)
                .filter(address -> !InvitableAddress.is(address))
                .findFirst()
                .map(address -> Reason.of(ReasonCode.NOT_ALLOWED, "unreachable-address", address.value()));
    }
}
