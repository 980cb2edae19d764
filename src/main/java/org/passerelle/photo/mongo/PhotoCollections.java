package org.passerelle.photo.mongo;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Pictures of rooms, which a manager chooses; who that was is not kept. */
@Component
class PhotoCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.left("roomPhotos"));
    }
}
