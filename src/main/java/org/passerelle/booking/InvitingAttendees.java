package org.passerelle.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.springframework.stereotype.Component;

/** Judges whom a booking newly invites, however the order came in. Whoever was invited before is not judged again. */
@Component
class InvitingAttendees {

    private final InvitationQuota quota;

    InvitingAttendees(InvitationQuota quota) {
        this.quota = quota;
    }

    /**
     * Has {@code placing} done unless somebody may not be invited.
     *
     * @param who invites
     * @param before who is invited already
     * @param after who will be
     */
    Placement place(Person who, List<Attendee> before, List<Attendee> after, Supplier<Placement> placing) {
        Set<String> known = before.stream().map(each -> each.email().value()).collect(Collectors.toSet());
        List<EmailAddress> named = after.stream()
                .map(Attendee::email)
                .filter(each -> !known.contains(each.value()))
                .toList();
        return objection(named)
                .or(() -> named.isEmpty() ? Optional.empty() : quota.take(who, named))
                .<Placement>map(reason -> new Placement.Refused(List.of(reason)))
                .orElseGet(placing);
    }

    private static Optional<Reason> objection(List<EmailAddress> named) {
        return named.stream()
                .filter(address -> !InvitableAddress.is(address))
                .findFirst()
                .map(address -> Reason.of(ReasonCode.NOT_ALLOWED, "unreachable-address", address.value()));
    }
}
