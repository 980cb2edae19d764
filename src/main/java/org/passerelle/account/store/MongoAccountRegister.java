package org.passerelle.account.store;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.AccountId;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.PersonId;
import org.passerelle.account.Role;
import org.passerelle.account.password.PasswordRules;
import org.passerelle.account.password.Passwords;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.account.store.RemainingAdministrator.Departure;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.SiteId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The rules of keeping accounts, over {@link MongoAccounts}. */
@Component
public class MongoAccountRegister implements AccountRegister {

    private final MongoAccounts accounts;
    private final MongoOrganisations organisations;
    private final RemainingAdministrator administrators;
    private final AccessTokens tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ClaimNumbers numbers;
    private final MongoPreferences preferences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MongoAccountRegister(
            MongoAccounts accounts,
            MongoOrganisations organisations,
            RemainingAdministrator administrators,
            AccessTokens tokens,
            Passwords passwords,
            PasswordRules rules,
            ClaimNumbers numbers,
            MongoPreferences preferences,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.administrators = administrators;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.numbers = numbers;
        this.preferences = preferences;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Person> people() {
        return accounts.allPeople().stream()
                .map(PersonDocument::toPerson)
                .map(accounts::deputising)
                .toList();
    }

    @Override
    public List<Organisation> organisations() {
        return organisations.all();
    }

    @Override
    public Optional<AccountRefusal> put(PersonEntry person, Optional<String> newPassword) {
        Optional<Organisation> organisation = person.organisation().flatMap(organisations::named);
        if (person.organisation().isPresent() && organisation.isEmpty()) {
            return Optional.of(AccountRefusal.ORGANISATION_UNKNOWN);
        }
        Optional<AccountRefusal> refusal = newPassword.flatMap(password -> rules.refusalOf(password, person.email()));
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<String> hash = newPassword.map(passwords::hash);
        Optional<PersonDocument> present = accounts.document(person.email());
        if (present.isPresent()) {
            Departure result = change(present.get(), person, organisation, hash);
            if (result != Departure.GONE) {
                return refusal(result);
            }
        }
        return hash.map(each -> add(person, organisation, each))
                .orElseGet(() -> Optional.of(AccountRefusal.PASSWORD_MISSING));
    }

    /** Whoever else was quicker has the address; then theirs is what is changed. */
    private Optional<AccountRefusal> add(PersonEntry entry, Optional<Organisation> organisation, String hash) {
        Person person = entry.as(AccountId.random(), organisation.map(Organisation::id));
        if (!accounts.insert(PersonDocument.of(person, hash, false))) {
            return accounts.document(entry.email())
                    .flatMap(present -> refusal(change(present, entry, organisation, Optional.of(hash))));
        }
        return Optional.empty();
    }

    private static Optional<AccountRefusal> refusal(Departure result) {
        return result == Departure.LAST_ADMINISTRATOR
                ? Optional.of(AccountRefusal.LAST_ADMINISTRATOR)
                : Optional.empty();
    }

    private Departure change(
            PersonDocument present, PersonEntry entry, Optional<Organisation> organisation, Optional<String> hash) {
        // Field by field: what somebody else changes at the same time, such as the password, is not put back.
        Update change = new Update()
                .set("name", entry.name())
                .set("role", entry.role().name())
                .set("sites", entry.sites().stream().map(SiteId::value).sorted().toList())
                .set("demo", false);
        organisation.ifPresentOrElse(
                each -> change.set("organisation", each.id().value()), () -> change.unset("organisation"));
        hash.ifPresent(each -> change.set("password", each));
        Departure result = entry.role() == Role.NETWORK_ADMINISTRATOR
                ? accounts.change(present, change) ? Departure.DONE : Departure.GONE
                : leave(present, change);
        if (result == Departure.DONE && hash.isPresent()) {
            tokens.revokeAll(present.accountId());
        }
        return result;
    }

    private Departure leave(PersonDocument person, Update change) {
        Departure result = administrators.leave(person, change);
        accounts.forget(person);
        return result;
    }

    @Override
    public Optional<AccountRefusal> changePassword(PersonId id, String present, String next) {
        Optional<PersonDocument> person =
                accounts.document(id).filter(known -> passwords.matches(present, known.password()));
        if (person.isEmpty()) {
            return Optional.of(AccountRefusal.PASSWORD_WRONG);
        }
        Optional<AccountRefusal> refusal = rules.refusalOf(next, person.get().address());
        if (refusal.isPresent()) {
            return refusal;
        }
        Update change = new Update().set("password", passwords.hash(next)).set("demo", false);
        if (!accounts.changeOfPassword(person.get(), change)) {
            return Optional.of(AccountRefusal.PASSWORD_WRONG);
        }
        tokens.revokeAll(person.get().accountId());
        return Optional.empty();
    }

    @Override
    public boolean isPassword(PersonId id, String present) {
        return accounts.document(id)
                .filter(known -> passwords.matches(present, known.password()))
                .isPresent();
    }

    @Override
    public Optional<AccountRefusal> removePerson(EmailAddress address) {
        Optional<PersonDocument> person = accounts.document(address);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Departure result = leave(person.get(), ending(person.get()));
        if (result != Departure.LAST_ADMINISTRATOR) {
            close(person.get());
        }
        return refusal(result);
    }

    /** Ends the account of an administrator too, even of the last one. */
    public void end(PersonDocument person) {
        accounts.change(person, ending(person));
        close(person);
    }

    private Update ending(PersonDocument person) {
        PersonDocument ended = person.ended(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Update()
                .unset("email")
                .unset("organisation")
                .set("role", ended.role())
                .set("sites", ended.sites())
                .set("password", ended.password())
                .set("demo", false)
                .set("ended", ended.ended());
    }

    /** First the account, without which nothing of it opens anything; what a crash leaves of the rest is dead already. */
    private void close(PersonDocument person) {
        tokens.revokeAll(person.accountId());
        preferences.remove(person.accountId());
        events.publishEvent(new AccountEnded(person.accountId()));
    }

    @Override
    public Organisation put(String slug, String name, Optional<Duration> weeklyQuota) {
        while (true) {
            Optional<Organisation> present = organisations.named(slug);
            OrganisationId id = present.map(Organisation::id).orElseGet(() -> organisations.unused(slug));
            int number = present.map(Organisation::number).orElseGet(() -> numberOf(id));
            Organisation organisation = new Organisation(id, name, number, weeklyQuota);
            if (present.isPresent() ? organisations.change(organisation) : organisations.insert(organisation)) {
                return organisation;
            }
        }
    }

    @Override
    public Optional<AccountRefusal> removeOrganisation(String slug) {
        Optional<OrganisationId> id = organisations.named(slug).map(Organisation::id);
        if (id.isPresent()
                && people().stream().anyMatch(person -> person.organisation().equals(id))) {
            return Optional.of(AccountRefusal.ORGANISATION_HAS_PEOPLE);
        }
        id.ifPresent(each -> organisations.end(each, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return Optional.empty();
    }

    private int numberOf(OrganisationId id) {
        return numbers.of("organisation:" + id, 1).get(0);
    }
}
