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
import org.passerelle.account.AccountTags;
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
import org.passerelle.account.session.BrowserSessions;
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
    private final BrowserSessions sessions;
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
            BrowserSessions sessions,
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
        this.sessions = sessions;
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
    public Optional<AccountRefusal> put(PersonEntry person, Optional<String> newPassword, Optional<String> seen) {
        Optional<Organisation> organisation = person.organisation().flatMap(organisations::named);
        if (person.organisation().isPresent() && organisation.isEmpty()) {
            return Optional.of(AccountRefusal.ORGANISATION_UNKNOWN);
        }
        Optional<AccountRefusal> refusal = newPassword.flatMap(password -> rules.refusalOf(password, person.email()));
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<String> hash = newPassword.map(passwords::hash);
        Change change = new Change(person, organisation, hash, seen.isPresent());
        Optional<PersonDocument> present =
                seen.isPresent() ? accounts.readAgain(person.email()) : accounts.document(person.email());
        String tag = present.map(PersonDocument::toPerson).map(AccountTags::of).orElse(AccountTags.NOBODY);
        if (seen.filter(wanted -> !wanted.equals(tag)).isPresent()) {
            return Optional.of(AccountRefusal.MEANWHILE);
        }
        if (present.isPresent()) {
            Departure result = change(present.get(), change);
            if (result != Departure.GONE || change.onlyAsRead()) {
                return refusal(result);
            }
        }
        return hash.map(each -> add(change, each)).orElseGet(() -> Optional.of(AccountRefusal.PASSWORD_MISSING));
    }

    /**
     * What becomes of somebody.
     *
     * @param onlyAsRead whether nothing is written if they have changed since they were read
     */
    private record Change(
            PersonEntry entry, Optional<Organisation> organisation, Optional<String> hash, boolean onlyAsRead) {}

    /** Whoever else was quicker has the address; then theirs is what is changed. */
    private Optional<AccountRefusal> add(Change change, String hash) {
        Person person =
                change.entry().as(AccountId.random(), change.organisation().map(Organisation::id));
        if (accounts.insert(PersonDocument.of(person, hash, false))) {
            return Optional.empty();
        }
        return change.onlyAsRead()
                ? Optional.of(AccountRefusal.MEANWHILE)
                : accounts.document(change.entry().email()).flatMap(present -> refusal(change(present, change)));
    }

    private static Optional<AccountRefusal> refusal(Departure result) {
        return switch (result) {
            case DONE -> Optional.empty();
            case LAST_ADMINISTRATOR -> Optional.of(AccountRefusal.LAST_ADMINISTRATOR);
            case GONE -> Optional.of(AccountRefusal.MEANWHILE);
        };
    }

    private Departure change(PersonDocument present, Change wanted) {
        PersonEntry entry = wanted.entry();
        // Field by field: what somebody else changes at the same time, such as the password, is not put back.
        Update change = new Update()
                .set("name", entry.name())
                .set("role", entry.role().name())
                .set("sites", entry.sites().stream().map(SiteId::value).sorted().toList())
                .set("demo", false);
        wanted.organisation()
                .ifPresentOrElse(
                        each -> change.set("organisation", each.id().value()), () -> change.unset("organisation"));
        wanted.hash().ifPresent(each -> change.set("password", each));
        Departure result = entry.role() == Role.NETWORK_ADMINISTRATOR
                ? accounts.change(present, wanted.onlyAsRead(), change) ? Departure.DONE : Departure.GONE
                : leave(present, wanted.onlyAsRead(), change);
        if (result == Departure.DONE && wanted.hash().isPresent()) {
            endAccess(present);
        }
        return result;
    }

    private Departure leave(PersonDocument person, boolean onlyAsRead, Update change) {
        Departure result = administrators.leave(person, () -> MongoAccounts.those(person, onlyAsRead), change);
        accounts.forget(person);
        return result;
    }

    @Override
    public Optional<AccountRefusal> changePassword(PersonId id, String present, String next) {
        return replacePassword(
                accounts.document(id).filter(known -> passwords.matches(present, known.password())), next);
    }

    @Override
    public Optional<AccountRefusal> resetPassword(PersonId id, String stamp, String next) {
        return replacePassword(
                accounts.known(id).filter(known -> known.stamp().equals(stamp)).map(KnownPerson::document), next);
    }

    /** @param person as they proved to be; whoever else changes the password meanwhile was first */
    private Optional<AccountRefusal> replacePassword(Optional<PersonDocument> person, String next) {
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
        endAccess(person.get());
        return Optional.empty();
    }

    /** Sessions under a former password are dead without it; but they are not to be listed any more either. */
    private void endAccess(PersonDocument person) {
        tokens.revokeAll(person.accountId());
        sessions.endOthers(person.accountId(), "");
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
        Departure result = leave(person.get(), false, ending(person.get()));
        if (result != Departure.LAST_ADMINISTRATOR) {
            close(person.get());
        }
        return result == Departure.GONE ? Optional.empty() : refusal(result);
    }

    /** Ends the account of an administrator too, even of the last one. */
    public void end(PersonDocument person) {
        accounts.change(person, false, ending(person));
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
    public Optional<Organisation> put(String slug, String name, Optional<Duration> weeklyQuota, Optional<String> seen) {
        while (true) {
            Optional<Organisation> present =
                    seen.isPresent() ? organisations.readAgain(slug) : organisations.named(slug);
            if (isOther(present, seen)) {
                return Optional.empty();
            }
            OrganisationId id = present.map(Organisation::id).orElseGet(() -> organisations.unused(slug));
            int number = present.map(Organisation::number).orElseGet(() -> numberOf(id));
            Organisation organisation = new Organisation(id, name, number, weeklyQuota);
            boolean isDone = present.isPresent()
                    ? organisations.change(organisation, seen.flatMap(any -> present))
                    : organisations.insert(organisation);
            if (isDone) {
                return Optional.of(organisation);
            }
        }
    }

    private static boolean isOther(Optional<Organisation> present, Optional<String> seen) {
        String tag = present.map(AccountTags::of).orElse(AccountTags.NOBODY);
        return seen.filter(wanted -> !wanted.equals(tag)).isPresent();
    }

    @Override
    public Optional<AccountRefusal> removeOrganisation(String slug, Optional<String> seen) {
        Optional<Organisation> present = seen.isPresent() ? organisations.readAgain(slug) : organisations.named(slug);
        if (present.isPresent() && isOther(present, seen)) {
            return Optional.of(AccountRefusal.MEANWHILE);
        }
        Optional<OrganisationId> id = present.map(Organisation::id);
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
