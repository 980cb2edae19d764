package org.passerelle.api.booking;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.conference.Providers;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Sees that a booking that wishes a conference names a provider that can hold it; the usual one where it names none. */
@Component
class ConferenceProviders {

    private static final String FIELD = "conference.provider";

    private final Providers providers;

    ConferenceProviders(Providers providers) {
        this.providers = providers;
    }

    /**
     * @param rooms of the booking as it stands, for a request that names none
     * @throws InvalidRequest if the provider is unknown or not set up
     */
    OrderFields named(OrderFields fields, Optional<OrganisationId> organisation, List<RoomId> rooms) {
        if (fields.subject().conference() == null) {
            return fields;
        }
        String sent = fields.subject().conference().provider();
        if (sent != null && sent.isEmpty()) {
            return fields;
        }
        String name = sent == null ? providers.usual(organisation, asked(fields, rooms)) : sent;
        if (!providers.ready().contains(name)) {
            String message = providers.named(name).isPresent() ? "booking.provider-not-set-up" : "booking.provider";
            throw new InvalidRequest(FIELD, message);
        }
        return fields.by(name);
    }

    /** The rooms that a request names, as far as they are names of rooms; those that stand if it names none. */
    static List<RoomId> asked(OrderFields fields, List<RoomId> rooms) {
        if (fields.rooms() == null) {
            return rooms;
        }
        return fields.rooms().stream()
                .flatMap(name -> Fields.quietly(name, RoomId::new).stream())
                .toList();
    }
}
