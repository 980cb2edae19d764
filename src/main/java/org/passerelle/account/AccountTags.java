package org.passerelle.account;

import java.util.stream.Collectors;
import org.passerelle.platform.digest.Digests;

/**
 * What administrators keep of a person or an organisation, in a few letters: by them it is told whether somebody else has changed it
 * since it was read. Passwords are not of it, nor is what somebody may do for others.
 */
public final class AccountTags {

    /** No person or organisation has it: what is to be changed as seen so must not be there yet. */
    public static final String NOBODY = "";

    private AccountTags() {}

    public static String of(Person person) {
        return Digests.shortHex(person.id() + "\n" + person.name() + "\n" + person.role() + "\n"
                + person.organisation().map(OrganisationId::value).orElse("") + "\n"
                + person.sites().stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
    }

    public static String of(Organisation organisation) {
        return Digests.shortHex(organisation.id() + "\n" + organisation.name() + "\n"
                + organisation.weeklyQuota().map(Object::toString).orElse(""));
    }
}
