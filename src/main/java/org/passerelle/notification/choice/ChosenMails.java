package org.passerelle.notification.choice;

import java.util.Map;
import org.passerelle.account.PersonId;

/** Which mails each person chose. */
public interface ChosenMails {

    /** {@link MailChoices#DEFAULT} of somebody who has said nothing. */
    MailChoices of(PersonId person);

    /** Who wants their bookings summed up, and how often. In force within a minute. */
    Map<PersonId, DigestRhythm> digests();

    /** Replaces what was known. In force at once here, within seconds on other nodes. */
    void put(PersonId person, MailChoices choices);
}
