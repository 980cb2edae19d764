package org.passerelle.invitation.offers;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Other times that somebody was offered; and which bookings have mail that waits, by their ids. */
@Component
class OfferCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy("offers", "person", "email").withoutTelling("_id"),
                PersonalCollection.impersonal("held_back_mail"));
    }
}
