package org.passerelle.account;

import java.util.List;
import java.util.Optional;

/** People whose accounts have ended, as they were; until they are erased, the store still knows their names. */
public interface EndedAccounts {

    /** Those who had {@code address} when their account ended. */
    List<Person> formerlyAt(EmailAddress address);

    /** Empty if there never was such an account, or it has not ended. */
    Optional<Person> formerly(AccountId id);
}
