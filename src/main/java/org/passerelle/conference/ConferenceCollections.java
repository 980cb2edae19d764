package org.passerelle.conference;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Of conferences nothing is kept that tells of people: who may enter follows from the booking. */
@Component
class ConferenceCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.impersonal("jitsi_keys"),
                PersonalCollection.impersonal("room_links"),
                PersonalCollection.impersonal("pending_ends"));
    }
}
