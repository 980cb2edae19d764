package org.passerelle.device.interop;

import java.util.List;
import org.passerelle.booking.policy.ConferenceEntry;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.directory.Room;
import org.springframework.stereotype.Component;

/** Suites are linked only if the device of each gets into the conference. */
@Component
class DeviceInterop implements ConferenceEntry {

    private final GatewayProperties gateways;

    DeviceInterop(GatewayProperties gateways) {
        this.gateways = gateways;
    }

    @Override
    public List<Reason> objections(Proposal proposal) {
        return proposal.content()
                .conference()
                .map(wish -> objections(wish, proposal))
                .orElse(List.of());
    }

    private List<Reason> objections(ConferenceWish wish, Proposal proposal) {
        AccessMethods ways = AccessMethods.of(wish, gateways);
        return ways.shutOut(proposal.rooms()).stream()
                .map(room -> reason(room, ways, proposal))
                .toList();
    }

    /** In the order that the sentence needs: what is spoken there, what is wanted, and where the room is. */
    private static Reason reason(Room room, AccessMethods ways, Proposal proposal) {
        return Reason.of(
                ReasonCode.NOT_ALLOWED,
                room.id(),
                "shut-out",
                String.join("+", room.profile().joinMethods()),
                String.join("+", ways.methods()),
                proposal.siteOf(room).name());
    }
}
