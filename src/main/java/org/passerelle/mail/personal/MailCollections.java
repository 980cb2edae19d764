package org.passerelle.mail.personal;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/**
 * Counts of mails under digests, which go after some days; and who wants no mail, under a name that only the key of the
 * installation makes of an address. That stays when somebody is erased, or they would be mailed again.
 */
@Component
class MailCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(PersonalCollection.impersonal("mail_tallies"), PersonalCollection.impersonal("opt_outs"));
    }
}
