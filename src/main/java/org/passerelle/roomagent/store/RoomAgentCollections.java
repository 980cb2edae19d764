package org.passerelle.roomagent.store;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Events that rooms were invited to by mail belong to whoever organised them. */
@Component
class RoomAgentCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.ownedBy("room_dealings", "people.organiser", "people.inviter")
                .withoutTelling("_id"));
    }
}
