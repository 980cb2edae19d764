package org.passerelle.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.ExternalCall;

/** The ways into a conference hosted elsewhere, as they were given. */
final class ExternalDialIns {

    private ExternalDialIns() {}

    static List<DialIn> of(ExternalCall call) {
        Optional<String> pin = Optional.of(call.pin()).filter(text -> !text.isEmpty());
        List<DialIn> ways = new ArrayList<>();
        add(ways, DialIn.Kind.SIP, call.sip(), pin);
        add(ways, DialIn.Kind.H323, call.h323(), pin);
        add(ways, DialIn.Kind.PSTN, call.phone(), pin);
        return List.copyOf(ways);
    }

    private static void add(List<DialIn> ways, DialIn.Kind kind, String address, Optional<String> pin) {
        if (!address.isEmpty()) {
            ways.add(new DialIn(kind, address, pin));
        }
    }
}
