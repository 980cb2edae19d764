package org.passerelle.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where people and organisations are added, changed and removed. In force at once here, within seconds on other nodes. */
public interface AccountRegister {

    /** Everybody, by e-mail. */
    List<Person> people();

    /** Every organisation, by id. */
    List<Organisation> organisations();

    /**
     * Adds a person or replaces what is known of them.
     *
     * @param newPassword needed for somebody new; empty keeps the present one. A new one ends their sessions
     * @return why not; empty when done
     */
    Optional<AccountRefusal> put(Person person, Optional<String> newPassword);

    /** Changes somebody's own password, which ends their sessions. */
    Optional<AccountRefusal> changePassword(EmailAddress id, String present, String next);

    /** Removes a person with all their tokens; nothing happens if they do not exist. */
    Optional<AccountRefusal> removePerson(EmailAddress id);

    /**
     * Adds an organisation or replaces its name and quota; its number stays for life.
     *
     * @param weeklyQuota room-hours a week, Monday to Sunday; empty for no limit
     */
    Organisation put(OrganisationId id, String name, Optional<Duration> weeklyQuota);

    /** Removes an organisation without people; nothing happens if it does not exist. */
    Optional<AccountRefusal> removeOrganisation(OrganisationId id);
}
