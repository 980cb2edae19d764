package org.passerelle.web.book;

import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.ConferenceWish;
import org.passerelle.conference.Providers;
import org.springframework.stereotype.Component;

/** Has the rooms of an order linked by video, by the provider that is usual for whoever orders. */
@Component
public class Linking {

    private final Providers providers;

    Linking(Providers providers) {
        this.providers = providers;
    }

    /** Whether there is any provider that could do it without being told more. */
    public boolean isPossible() {
        return providers.ready().stream().anyMatch(name -> !name.equals("external"));
    }

    /** The same order if the usual provider is not set up. */
    public BookingOrder linked(BookingOrder order, Person person) {
        String name = providers.usual(person.organisation(), order.rooms());
        return providers.ready().contains(name)
                ? order.about(order.content().linked(Optional.of(new ConferenceWish(name))))
                : order;
    }
}
