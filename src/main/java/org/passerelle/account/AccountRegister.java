package org.passerelle.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where people and organisations are added, changed and removed. In force at once here, within seconds on other nodes. */
public interface AccountRegister {

    /** Everybody, by e-mail, with what they may do for others at this moment. */
    List<Person> people();

    /** Every organisation, by name. */
    List<Organisation> organisations();

    /**
     * Adds a person, or replaces what is known of the one who has the address. Somebody who gets an address after its
     * holder's account has ended is another person, with an id of their own.
     *
     * @param newPassword needed for somebody new; empty keeps the present one. A new one ends their sessions and tokens
     * @return why not; empty when done
     */
    default Optional<AccountRefusal> put(PersonEntry person, Optional<String> newPassword) {
        return put(person, newPassword, Optional.empty());
    }

    /**
     * The same for what was seen: nothing is written if somebody else has changed it since, not even at the same moment.
     *
     * @param seen the tag of {@link AccountTags}, or {@link AccountTags#NOBODY}; empty to change whatever is there
     * @return {@link AccountRefusal#MEANWHILE} if it is not so any more
     */
    Optional<AccountRefusal> put(PersonEntry person, Optional<String> newPassword, Optional<String> seen);

    /** Changes somebody's own password, which ends their sessions and tokens. */
    Optional<AccountRefusal> changePassword(PersonId id, String present, String next);

    /**
     * Sets the password of somebody who has proven otherwise who they are, which ends their sessions and tokens.
     *
     * @param stamp of the password that it takes the place of, see {@link org.passerelle.account.session.SignedIn}
     * @return why not, {@link AccountRefusal#PASSWORD_WRONG} if it is another one by now; empty when done
     */
    Optional<AccountRefusal> resetPassword(PersonId id, String stamp, String next);

    /** Whether {@code present} is the password of whoever has the account, as they are asked for once more before what cannot be undone. */
    boolean isPassword(PersonId id, String present);

    /** Ends the account of whoever has the address, with all that opens by it; nothing happens if nobody does. */
    Optional<AccountRefusal> removePerson(EmailAddress address);

    /**
     * Adds an organisation, or replaces name and quota of the one that goes by {@code slug}; its number stays for life.
     * One that gets the name of another that has ended is not that other: it reads nothing of it.
     *
     * @param weeklyQuota room-hours a week, Monday to Sunday; empty for no limit
     */
    default Organisation put(String slug, String name, Optional<Duration> weeklyQuota) {
        return put(slug, name, weeklyQuota, Optional.empty()).orElseThrow();
    }

    /**
     * The same for what was seen, as of people.
     *
     * @return empty if it is not so any more; then nothing is changed
     */
    Optional<Organisation> put(String slug, String name, Optional<Duration> weeklyQuota, Optional<String> seen);

    /**
     * Ends an organisation without people; nothing happens if it does not exist.
     *
     * @param seen the tag of {@link AccountTags}; empty to end whatever is there
     */
    Optional<AccountRefusal> removeOrganisation(String slug, Optional<String> seen);
}
