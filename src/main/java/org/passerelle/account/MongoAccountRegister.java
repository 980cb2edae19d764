package org.passerelle.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.ClaimNumbers;
import org.springframework.stereotype.Component;

/** The rules of keeping accounts, over {@link MongoAccounts}. */
@Component
class MongoAccountRegister implements AccountRegister {

    private final MongoAccounts accounts;
    private final AccessTokens tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ClaimNumbers numbers;
    private final MongoPreferences preferences;

    MongoAccountRegister(
            MongoAccounts accounts,
            AccessTokens tokens,
            Passwords passwords,
            PasswordRules rules,
            ClaimNumbers numbers,
            MongoPreferences preferences) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.numbers = numbers;
        this.preferences = preferences;
    }

    @Override
    public List<Person> people() {
        return accounts.allPeople().stream().map(PersonDocument::toPerson).toList();
    }

    @Override
    public List<Organisation> organisations() {
        return accounts.allOrganisations();
    }

    @Override
    public Optional<AccountRefusal> put(Person person, Optional<String> newPassword) {
        Optional<PersonDocument> present = accounts.document(person.id());
        Optional<AccountRefusal> refusal = refusalOf(person, newPassword, present);
        if (refusal.isEmpty()) {
            String hash = newPassword
                    .map(passwords::hash)
                    .or(() -> present.map(PersonDocument::password))
                    .orElseThrow();
            accounts.save(PersonDocument.of(person, hash, false));
        }
        return refusal;
    }

    private Optional<AccountRefusal> refusalOf(
            Person person, Optional<String> newPassword, Optional<PersonDocument> present) {
        if (newPassword.isEmpty() && present.isEmpty()) {
            return Optional.of(AccountRefusal.PASSWORD_MISSING);
        }
        if (person.organisation().isPresent()
                && person.organisation().flatMap(accounts::organisation).isEmpty()) {
            return Optional.of(AccountRefusal.ORGANISATION_UNKNOWN);
        }
        if (!person.administersTheNetwork() && isTheLastAdministrator(person.id())) {
            return Optional.of(AccountRefusal.LAST_ADMINISTRATOR);
        }
        return newPassword.flatMap(password -> rules.refusalOf(password, person.id()));
    }

    @Override
    public Optional<AccountRefusal> changePassword(EmailAddress id, String present, String next) {
        Optional<PersonDocument> person =
                accounts.document(id).filter(known -> passwords.matches(present, known.password()));
        if (person.isEmpty()) {
            return Optional.of(AccountRefusal.PASSWORD_WRONG);
        }
        return put(person.get().toPerson(), Optional.of(next));
    }

    @Override
    public Optional<AccountRefusal> removePerson(EmailAddress id) {
        if (isTheLastAdministrator(id)) {
            return Optional.of(AccountRefusal.LAST_ADMINISTRATOR);
        }
        accounts.removePerson(id);
        tokens.revokeAll(id);
        preferences.remove(id);
        return Optional.empty();
    }

    @Override
    public Organisation put(OrganisationId id, String name, Optional<Duration> weeklyQuota) {
        int number = accounts.organisation(id).map(Organisation::number).orElseGet(() -> numberOf(id));
        Organisation organisation = new Organisation(id, name, number, weeklyQuota);
        accounts.save(organisation);
        return organisation;
    }

    @Override
    public Optional<AccountRefusal> removeOrganisation(OrganisationId id) {
        boolean inhabited = people().stream()
                .anyMatch(person -> person.organisation().filter(id::equals).isPresent());
        if (inhabited) {
            return Optional.of(AccountRefusal.ORGANISATION_HAS_PEOPLE);
        }
        accounts.removeOrganisation(id);
        return Optional.empty();
    }

    private int numberOf(OrganisationId id) {
        return numbers.of("organisation:" + id, 1).get(0);
    }

    private boolean isTheLastAdministrator(EmailAddress id) {
        List<EmailAddress> administrators = people().stream()
                .filter(Person::administersTheNetwork)
                .map(Person::id)
                .toList();
        return administrators.equals(List.of(id));
    }
}
