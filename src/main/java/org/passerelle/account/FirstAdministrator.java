package org.passerelle.account;

import java.util.Optional;
import java.util.Set;
import org.passerelle.platform.PasserelleSettings;
import org.passerelle.platform.digest.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes production usable and safe at its first start: creates the administrator with an {@link InitialPassword}, and removes demo accounts that an earlier run of the demo left in the same database.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final MongoAccounts accounts;
    private final AccessTokens tokens;
    private final Passwords passwords;
    private final InitialPassword initial;
    private final PasserelleSettings settings;

    FirstAdministrator(
            MongoAccounts accounts,
            AccessTokens tokens,
            Passwords passwords,
            InitialPassword initial,
            PasserelleSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.initial = initial;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        removeDemoAccounts();
        if (settings.adminEmail() != null) {
            create(new EmailAddress(settings.adminEmail()));
        }
    }

    private void removeDemoAccounts() {
        accounts.allPeople().stream().filter(PersonDocument::demo).forEach(person -> {
            EmailAddress id = new EmailAddress(person.id());
            accounts.removePerson(id);
            tokens.revokeAll(id);
        });
    }

    private void create(EmailAddress id) {
        if (accounts.document(id).isPresent()) {
            return;
        }
        String password = Digests.randomText(144);
        String hash = passwords.hash(password);
        Person administrator = new Person(id, "Administrator", Role.NETWORK_ADMINISTRATOR, Optional.empty(), Set.of());
        initial.tell(id, password, hash);
        if (accounts.insert(PersonDocument.of(administrator, hash, false))) {
            LOG.warn(
                    "The account {} was created. Its first password is in {}, which goes at the first sign-in; "
                            + "nothing else can be done until it is changed",
                    id,
                    initial.file());
        } else {
            initial.forget();
        }
    }
}
