package org.passerelle.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** People and organisations in the database, read by {@code _id} and kept for five seconds: every request asks. */
@Component
class MongoAccounts implements Accounts {

    private static final Duration CACHED = Duration.ofSeconds(5);

    private final MongoTemplate mongo;
    private final Cache<EmailAddress, PersonDocument> people =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(CACHED).build();
    private final Cache<OrganisationId, OrganisationDocument> organisations =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(CACHED).build();

    MongoAccounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Person> person(EmailAddress id) {
        return document(id).map(PersonDocument::toPerson);
    }

    @Override
    public Optional<Organisation> organisation(OrganisationId id) {
        return Optional.ofNullable(
                        organisations.get(id, key -> mongo.findById(key.value(), OrganisationDocument.class)))
                .map(OrganisationDocument::toOrganisation);
    }

    Optional<PersonDocument> document(EmailAddress id) {
        return Optional.ofNullable(people.get(id, key -> mongo.findById(key.value(), PersonDocument.class)));
    }

    List<PersonDocument> allPeople() {
        return mongo.findAll(PersonDocument.class).stream()
                .sorted(Comparator.comparing(PersonDocument::id))
                .toList();
    }

    List<Organisation> allOrganisations() {
        return mongo.findAll(OrganisationDocument.class).stream()
                .map(OrganisationDocument::toOrganisation)
                .sorted(Comparator.comparing(organisation -> organisation.id().value()))
                .toList();
    }

    void save(PersonDocument person) {
        mongo.save(person);
        people.invalidate(new EmailAddress(person.id()));
    }

    void save(Organisation organisation) {
        mongo.save(OrganisationDocument.of(organisation));
        organisations.invalidate(organisation.id());
    }

    /** False if somebody, perhaps on another node, was there first; what they wrote stays. */
    boolean insert(PersonDocument person) {
        try {
            mongo.insert(person);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } finally {
            people.invalidate(new EmailAddress(person.id()));
        }
    }

    void removePerson(EmailAddress id) {
        mongo.remove(Query.query(Criteria.where("_id").is(id.value())), PersonDocument.class);
        people.invalidate(id);
    }

    void removeOrganisation(OrganisationId id) {
        mongo.remove(Query.query(Criteria.where("_id").is(id.value())), OrganisationDocument.class);
        organisations.invalidate(id);
    }
}
