package org.passerelle.web.book;

import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.OrderReading;
import org.passerelle.booking.order.OrderText;
import org.passerelle.conference.ProviderChoice;
import org.passerelle.directory.SiteClock;
import org.springframework.stereotype.Component;

/** Has orders read that were filled into a form, of which those that wish a conference get the provider that is usual. */
@Component
public class FormOrders {

    private final ProviderChoice providers;

    FormOrders(ProviderChoice providers) {
        this.providers = providers;
    }

    /**
     * The order, or all that is wrong with it.
     *
     * @param person whose booking it is to be
     * @param clock of the site on whose clocks the form is read
     */
    public OrderReading<BookingOrder> read(OrderText text, Person person, SiteClock clock) {
        OrderReading<OrderText> named = providers.named(text, person.organisation(), List.of());
        return named.value()
                .map(order -> OrderReader.order(order, clock))
                .orElseGet(() -> OrderReader.order(text.linkedBy(null), clock).faulty(named.faults()));
    }
}
