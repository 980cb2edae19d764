package org.passerelle.calendar.imports;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** Calendars of others that occupy rooms: nobody here owns them, and they may name anybody. */
@Component
class ImportCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.mentioning("imports"),
                PersonalCollection.mentioning("import_texts"),
                PersonalCollection.impersonal("import_dates"));
    }
}
