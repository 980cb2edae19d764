package org.passerelle.device.status;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Of devices nothing is kept that tells of people. */
@Component
class DeviceCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.impersonal("codecs"),
                PersonalCollection.impersonal("lines"),
                PersonalCollection.impersonal("dial_numbers"),
                PersonalCollection.impersonal("credentials"));
    }
}
