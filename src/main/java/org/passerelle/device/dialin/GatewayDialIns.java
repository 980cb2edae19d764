package org.passerelle.device.dialin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.BookingId;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.DialInGateways;
import org.passerelle.device.interop.GatewayProperties;
import org.passerelle.device.interop.GatewayProperties.Gateway;
import org.springframework.stereotype.Component;

/** Writes what devices and telephones dial through the gateways that the settings name: the number of the booking at each. */
@Component
class GatewayDialIns implements DialInGateways {

    private final GatewayProperties gateways;
    private final DialInNumbers numbers;

    GatewayDialIns(GatewayProperties gateways, DialInNumbers numbers) {
        this.gateways = gateways;
        this.numbers = numbers;
    }

    @Override
    public List<DialIn> into(String provider, BookingId booking) {
        return gateways.of(provider)
                .map(gateway -> through(gateway, numbers.of(booking)))
                .orElse(List.of());
    }

    /** By telephone the number is typed once connected. */
    private static List<DialIn> through(Gateway gateway, String number) {
        List<DialIn> ways = new ArrayList<>();
        if (gateway.sip() != null) {
            ways.add(new DialIn(DialIn.DialInKind.SIP, number + "@" + gateway.sip(), Optional.empty()));
        }
        if (gateway.h323() != null) {
            ways.add(new DialIn(DialIn.DialInKind.H323, gateway.h323() + "##" + number, Optional.empty()));
        }
        if (gateway.phone() != null) {
            ways.add(new DialIn(DialIn.DialInKind.PSTN, gateway.phone(), Optional.of(number)));
        }
        return ways;
    }
}
