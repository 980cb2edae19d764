package org.passerelle.conference.external;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Checkup;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.Provider;
import org.passerelle.conference.VideoMeeting;
import org.springframework.stereotype.Component;

/** A conference that somebody else hosts, by the ways in that were given with the booking. Nothing is asked of its server. */
@Component
class External implements Provider {

    @Override
    public String name() {
        return "external";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DIAL_IN);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Optional<URI> entrance(ProviderEntry entry) {
        return entry.meeting().wish().external().flatMap(ExternalCall::link);
    }

    @Override
    public List<DialIn> dialIns(VideoMeeting meeting) {
        List<DialIn> ways = new ArrayList<>();
        meeting.wish().external().ifPresent(call -> {
            Optional<String> pin = Optional.of(call.pin()).filter(text -> !text.isEmpty());
            add(ways, DialIn.DialInKind.SIP, call.sip(), pin);
            add(ways, DialIn.DialInKind.H323, call.h323(), pin);
            add(ways, DialIn.DialInKind.PSTN, call.phone(), pin);
        });
        return List.copyOf(ways);
    }

    private static void add(List<DialIn> ways, DialIn.DialInKind kind, String address, Optional<String> pin) {
        if (!address.isEmpty()) {
            ways.add(new DialIn(kind, address, pin));
        }
    }

    @Override
    public Checkup check() {
        return new Checkup(List.of(new Checkup.Finding(Checkup.CheckOutcome.GOOD, "nothing-to-check", "")));
    }
}
