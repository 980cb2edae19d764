package org.passerelle.account.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.EndedAccounts;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.Deputyships;
import org.passerelle.account.deputy.RightsInForce;
import org.passerelle.platform.cache.NamedCaches;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * People in the database, read by id and by address and kept for a second: every request asks. Documents of accounts
 * that have ended are never removed, so that no id is ever free again.
 */
@Component
public class MongoAccounts implements Accounts, EndedAccounts {

    private static final Duration CACHED = Duration.ofSeconds(1);

    /** Of the reserved domain that no mail reaches (RFC 2606 section 2), for bookings whose owner is in no folder. */
    private static final String NOWHERE = "@unknown.invalid";

    private final MongoTemplate mongo;
    private final MongoOrganisations organisations;
    private final Deputyships deputyships;
    private final Clock clock;
    private final Cache<String, KnownPerson> people;
    private final Cache<EmailAddress, AccountId> ids =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(CACHED).build();

    MongoAccounts(
            MongoTemplate mongo,
            MongoOrganisations organisations,
            Deputyships deputyships,
            NamedCaches caches,
            Clock clock) {
        this.mongo = mongo;
        this.organisations = organisations;
        this.deputyships = deputyships;
        this.clock = clock;
        this.people =
                caches.make("people", Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(CACHED));
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return known(id).map(KnownPerson::person);
    }

    @Override
    public Optional<Person> person(EmailAddress address) {
        return known(address).map(KnownPerson::person);
    }

    @Override
    public Contact contact(PersonId id) {
        if (id instanceof OutsiderId outsider) {
            return new Contact(outsider.address(), "");
        }
        return stored(id.text())
                .map(KnownPerson::contact)
                .orElseGet(() -> new Contact(new EmailAddress(id.text() + NOWHERE), ""));
    }

    @Override
    public Optional<Organisation> organisation(OrganisationId id) {
        return organisations.find(id);
    }

    @Override
    public Optional<Organisation> organisation(String slug) {
        return organisations.named(slug);
    }

    public Optional<PersonDocument> document(PersonId id) {
        return known(id).map(KnownPerson::document);
    }

    public Optional<PersonDocument> document(EmailAddress address) {
        return known(address).map(KnownPerson::document);
    }

    /** With what they may do for others at this moment. Empty once the account has ended. */
    public Optional<KnownPerson> known(PersonId id) {
        return id instanceof AccountId account ? current(account).map(this::deputising) : Optional.empty();
    }

    private Optional<KnownPerson> current(AccountId id) {
        return stored(id.text()).filter(KnownPerson::isCurrent);
    }

    private KnownPerson deputising(KnownPerson known) {
        Person person = deputising(known.person());
        return person.deputyRights().isNone() ? known : known.as(person);
    }

    /** What somebody may do for others ends when it ends, however long they are kept here. */
    Person deputising(Person person) {
        List<Deputyship> named = person.id() instanceof AccountId account ? deputyships.by(account) : List.of();
        return named.isEmpty()
                ? person
                : person.deputising(
                        RightsInForce.of(person, named, id -> current(id).map(KnownPerson::person), clock.instant()));
    }

    public Optional<KnownPerson> known(EmailAddress address) {
        return Optional.ofNullable(ids.get(address, this::idOfHolder))
                .flatMap(this::known)
                .filter(known -> known.person().email().equals(address));
    }

    private Optional<KnownPerson> stored(String id) {
        return Optional.ofNullable(people.get(id, this::read));
    }

    private @Nullable KnownPerson read(String id) {
        PersonDocument person = mongo.findById(id, PersonDocument.class);
        return person == null ? null : KnownPerson.of(person);
    }

    private @Nullable AccountId idOfHolder(EmailAddress address) {
        PersonDocument holder =
                mongo.findOne(Query.query(Criteria.where("email").is(address.value())), PersonDocument.class);
        return holder == null ? null : holder.accountId();
    }

    /** Those whose accounts have not ended, by address. */
    public List<PersonDocument> allPeople() {
        return mongo.findAll(PersonDocument.class).stream()
                .filter(PersonDocument::isCurrent)
                .sorted(Comparator.comparing(person -> person.address().value()))
                .toList();
    }

    @Override
    public List<Person> formerlyAt(EmailAddress address) {
        return everybodyEver().stream()
                .filter(person -> !person.isCurrent() && person.address().equals(address))
                .map(PersonDocument::toPerson)
                .toList();
    }

    @Override
    public Optional<Person> formerly(AccountId id) {
        return stored(id.text()).filter(known -> !known.isCurrent()).map(KnownPerson::person);
    }

    /** Those whose accounts have ended as well. */
    List<PersonDocument> everybodyEver() {
        return mongo.findAll(PersonDocument.class);
    }

    /**
     * Takes the name and the address from an account that has ended. Its id stays, so that nobody else ever gets it.
     *
     * @param alias the address to be shown instead
     * @return false if it has not ended
     */
    boolean erase(PersonDocument person, String name, String alias) {
        boolean erased = mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(person.id())
                                        .and("ended")
                                        .ne(null)),
                                new Update().set("name", name).set("ended.address", alias),
                                PersonDocument.class)
                        .getMatchedCount()
                > 0;
        forget(person);
        return erased;
    }

    /** False if somebody, perhaps on another node, has got the address first; what they wrote stays. */
    public boolean insert(PersonDocument person) {
        try {
            mongo.insert(person);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } finally {
            forget(person);
        }
    }

    /** As a whole; for accounts that nobody has touched. */
    public void replace(PersonDocument person) {
        mongo.save(person);
        forget(person);
    }

    /**
     * False if the account has ended meanwhile; then nothing is changed.
     *
     * @param onlyAsRead whether it is false also if what administrators keep of them is not any more as {@code person} has it
     */
    boolean change(PersonDocument person, boolean onlyAsRead, Update change) {
        return change(person, those(person, onlyAsRead), change);
    }

    /** What must still be so for a change of {@code person}. */
    static Criteria those(PersonDocument person, boolean onlyAsRead) {
        return onlyAsRead
                ? current(person)
                        .and("name")
                        .is(person.name())
                        .and("role")
                        .is(person.role())
                        .and("organisation")
                        .is(person.organisation())
                        .and("sites")
                        .is(person.sites())
                : current(person);
    }

    /** As it is stored at this moment. */
    Optional<PersonDocument> readAgain(EmailAddress address) {
        document(address).ifPresent(this::forget);
        ids.invalidate(address);
        return document(address);
    }

    /**
     * As {@link #change}, and false also if the password is another by now: whoever knew the one before, to whom this node still
     * listens for some seconds, must not undo what the owner or the administrator has set on another one.
     */
    boolean changeOfPassword(PersonDocument person, Update change) {
        return change(person, current(person).and("password").is(person.password()), change);
    }

    private boolean change(PersonDocument person, Criteria those, Update change) {
        boolean changed = mongo.updateFirst(Query.query(those), change, PersonDocument.class)
                        .getMatchedCount()
                > 0;
        forget(person);
        return changed;
    }

    private static Criteria current(PersonDocument person) {
        return Criteria.where("_id").is(person.id()).and("ended").is(null);
    }

    void forget(PersonDocument person) {
        people.invalidate(person.id());
        ids.invalidate(person.address());
    }
}
