package org.passerelle.account.store;

import java.util.List;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollections;
import org.springframework.stereotype.Component;

/** What is kept of people beside their accounts: how they sign in, and how they like to be written to. */
@Component
class AccountCollections implements PersonalCollections {

    @Override
    public List<PersonalCollection> collections() {
        return List.of(
                PersonalCollection.ownedBy("tokens", "owner").withoutTelling("_id", "stamp", "family", "slot"),
                PersonalCollection.ownedBy("browser_sessions", "owner").withoutTelling("_id", "digest", "stamp"),
                PersonalCollection.ownedBy("passkeys", "owner").withoutTelling("key", "slot"),
                PersonalCollection.impersonal("passkey_challenges"),
                PersonalCollection.ownedBy("preferences", "_id"),
                PersonalCollection.mentioning("organisations"),
                PersonalCollection.impersonal("initialPasswords"));
    }
}
