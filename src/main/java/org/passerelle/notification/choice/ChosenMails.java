package org.passerelle.notification.choice;

import org.passerelle.account.PersonId;

/** Which mails each person chose. */
public interface ChosenMails {

    /** {@link MailChoices#DEFAULT} of somebody who has said nothing. */
    MailChoices of(PersonId person);

    /** Replaces what was known. In force at once here, within seconds on other nodes. */
    void put(PersonId person, MailChoices choices);
}
