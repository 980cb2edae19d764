package org.passerelle.conference;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.order.ConferenceText;
import org.passerelle.booking.order.OrderFaultCode;
import org.passerelle.booking.order.OrderField;
import org.passerelle.booking.order.OrderReading;
import org.passerelle.booking.order.OrderText;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Sees that an order that wishes a conference names a provider that can hold it; the usual one where it names none. */
@Component
public class ProviderChoice {

    private final Providers providers;

    ProviderChoice(Providers providers) {
        this.providers = providers;
    }

    /**
     * The order with its provider named, or that this one is unknown or not set up.
     *
     * @param organisation whose booking it is to be
     * @param standing rooms of the booking as it stands, for an order that names none
     */
    public OrderReading<OrderText> named(
            OrderText order, Optional<OrganisationId> organisation, List<RoomId> standing) {
        return order.wishedConference()
                .map(wish -> named(order, wish, providers.usual(organisation, order.namedRooms(standing))))
                .orElseGet(() -> OrderReading.of(order));
    }

    private OrderReading<OrderText> named(OrderText order, ConferenceText wish, String usual) {
        String name = wish.provider() == null ? usual : wish.provider();
        if (providers.ready().contains(name)) {
            return OrderReading.of(order.linkedBy(wish.by(name)));
        }
        return OrderReading.faulty(
                OrderField.PROVIDER,
                providers.named(name).isPresent() ? OrderFaultCode.PROVIDER_NOT_SET_UP : OrderFaultCode.PROVIDER);
    }
}
