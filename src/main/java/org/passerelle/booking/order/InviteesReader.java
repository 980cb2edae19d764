package org.passerelle.booking.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.InvitableAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.order.SubjectText.InviteeText;

/** Reads who is to be invited; whoever is invited already stays so, whatever their address. */
final class InviteesReader {

    private InviteesReader() {}

    /** Empty if there are too many; if single ones are wrong, without those. */
    static Optional<List<Attendee>> read(
            List<@Nullable InviteeText> sent, @Nullable Content standing, OrderFaults faults) {
        if (sent.size() > Content.MOST_ATTENDEES) {
            faults.add(OrderField.ATTENDEES, OrderFaultCode.ATTENDEES_COUNT);
            return Optional.empty();
        }
        Map<EmailAddress, Attendee> attendees = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            String path = OrderField.ATTENDEES.path() + "[" + i + "]";
            attendee(path, sent.get(i), faults).ifPresent(attendee -> {
                if (!InvitableAddress.is(attendee.email()) && !isInvited(attendee.email(), standing)) {
                    faults.add(OrderField.ATTENDEES, path + ".email", OrderFaultCode.UNREACHABLE);
                }
                if (attendees.put(attendee.email(), attendee) != null) {
                    faults.add(OrderField.ATTENDEES, path + ".email", OrderFaultCode.INVITED_TWICE);
                }
            });
        }
        return Optional.of(List.copyOf(attendees.values()));
    }

    private static boolean isInvited(EmailAddress address, @Nullable Content standing) {
        return standing != null
                && standing.attendees().stream()
                        .anyMatch(attendee -> attendee.email().equals(address));
    }

    private static Optional<Attendee> attendee(String path, @Nullable InviteeText invitee, OrderFaults faults) {
        if (invitee == null) {
            faults.add(OrderField.ATTENDEES, path, OrderFaultCode.MISSING);
            return Optional.empty();
        }
        String name = Objects.requireNonNullElse(invitee.name(), "");
        Optional<EmailAddress> email = faults.parsed(
                OrderField.ATTENDEES, path + ".email", invitee.email(), EmailAddress::new, OrderFaultCode.EMAIL);
        return email.flatMap(id -> faults.parsed(
                OrderField.ATTENDEES, path + ".name", name, text -> new Attendee(id, text), OrderFaultCode.NAME));
    }
}
