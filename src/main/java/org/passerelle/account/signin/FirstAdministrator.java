package org.passerelle.account.signin;

import java.util.Optional;
import java.util.Set;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.account.password.Passwords;
import org.passerelle.account.store.MongoAccountRegister;
import org.passerelle.account.store.MongoAccounts;
import org.passerelle.account.store.PersonDocument;
import org.passerelle.platform.PasserelleProperties;
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
    private final MongoAccountRegister register;
    private final Passwords passwords;
    private final InitialPassword initial;
    private final PasserelleProperties settings;

    FirstAdministrator(
            MongoAccounts accounts,
            MongoAccountRegister register,
            Passwords passwords,
            InitialPassword initial,
            PasserelleProperties settings) {
        this.accounts = accounts;
        this.register = register;
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
        accounts.allPeople().stream().filter(PersonDocument::demo).forEach(register::end);
    }

    private void create(EmailAddress address) {
        if (accounts.document(address).isPresent()) {
            return;
        }
        String password = Digests.randomText(144);
        String hash = passwords.hash(password);
        Person administrator = new Person(
                AccountId.random(), address, "Administrator", Role.NETWORK_ADMINISTRATOR, Optional.empty(), Set.of());
        initial.tell(address, password, hash);
        if (accounts.insert(PersonDocument.of(administrator, hash, false))) {
            LOG.warn(
                    "The account {} was created. Its first password is in {}, which goes at the first sign-in; "
                            + "nothing else can be done until it is changed",
                    address,
                    initial.file());
        } else {
            initial.forget();
        }
    }
}
