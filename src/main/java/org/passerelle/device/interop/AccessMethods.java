package org.passerelle.device.interop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.device.interop.GatewayProperties.Gateway;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;

/**
 * The methods by which a conference is entered. Who speaks one of them meets everybody who speaks another, since all meet on
 * the server.
 *
 * @param methods of {@link Endpoint#METHODS}, in that order
 */
public record AccessMethods(List<String> methods) {

    public AccessMethods {
        methods = Endpoint.METHODS.stream().filter(methods::contains).toList();
    }

    /** Those that the host of a conference elsewhere gave out; else the browser, and whatever a gateway adds. */
    public static AccessMethods of(ConferenceWish wish, GatewayProperties gateways) {
        return wish.external().map(AccessMethods::of).orElseGet(() -> of(gateways.of(wish.provider())));
    }

    private static AccessMethods of(ExternalCall call) {
        List<String> found = new ArrayList<>();
        addIf(call.link().isPresent(), Endpoint.WEB, found);
        addIf(!call.sip().isEmpty(), Endpoint.SIP, found);
        addIf(!call.h323().isEmpty(), Endpoint.H323, found);
        addIf(!call.phone().isEmpty(), Endpoint.PSTN, found);
        return new AccessMethods(found);
    }

    private static AccessMethods of(Optional<Gateway> gateway) {
        List<String> found = new ArrayList<>(List.of(Endpoint.WEB));
        addIf(gateway.map(Gateway::sip).isPresent(), Endpoint.SIP, found);
        addIf(gateway.map(Gateway::h323).isPresent(), Endpoint.H323, found);
        addIf(gateway.map(Gateway::phone).isPresent(), Endpoint.PSTN, found);
        return new AccessMethods(found);
    }

    private static void addIf(boolean isThere, String method, List<String> found) {
        if (isThere) {
            found.add(method);
        }
    }

    /** Whether {@code room} gets in. Where there is no device people bring their own, so nothing keeps them out. */
    public boolean admits(Room room) {
        Endpoint endpoint = room.profile().endpoint();
        return room.isCountable()
                || endpoint.methods().isEmpty()
                || methods.stream().anyMatch(endpoint::speaks);
    }

    /** Those of {@code rooms} that do not get in. */
    public List<Room> shutOut(Collection<Room> rooms) {
        return rooms.stream().filter(room -> !admits(room)).toList();
    }
}
