package org.passerelle.account.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Organisations in the database, kept for a second. Those that have ended stay, so that no id is given twice. */
@Component
class MongoOrganisations {

    private static final Duration CACHED = Duration.ofSeconds(1);
    private static final int MOST_GENERATIONS = 1000;

    private final MongoTemplate mongo;
    private final Cache<OrganisationId, Known> byId =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(CACHED).build();
    private final Cache<String, OrganisationDocument> bySlug =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(CACHED).build();

    MongoOrganisations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What every booking asks for, made once for all that ask while it is kept. */
    private record Known(Organisation organisation, boolean isCurrent) {}

    Optional<Organisation> find(OrganisationId id) {
        return Optional.ofNullable(byId.get(id, this::read))
                .filter(Known::isCurrent)
                .map(Known::organisation);
    }

    private @Nullable Known read(OrganisationId id) {
        OrganisationDocument document = mongo.findById(id.value(), OrganisationDocument.class);
        return document == null ? null : new Known(document.toOrganisation(), document.isCurrent());
    }

    Optional<Organisation> named(String slug) {
        return Optional.ofNullable(bySlug.get(slug, this::holder)).map(OrganisationDocument::toOrganisation);
    }

    private @Nullable OrganisationDocument holder(String slug) {
        return mongo.findOne(Query.query(Criteria.where("slug").is(slug)), OrganisationDocument.class);
    }

    /** Those that have not ended, by name. */
    List<Organisation> all() {
        return mongo.findAll(OrganisationDocument.class).stream()
                .filter(OrganisationDocument::isCurrent)
                .map(OrganisationDocument::toOrganisation)
                .sorted(Comparator.comparing(organisation -> organisation.id().slug()))
                .toList();
    }

    /** The next id for one of that name: nobody has it or has had it. */
    OrganisationId unused(String slug) {
        for (int generation = 1; generation <= MOST_GENERATIONS; generation++) {
            OrganisationId id = OrganisationId.of(slug, generation);
            if (mongo.findById(id.value(), OrganisationDocument.class) == null) {
                return id;
            }
        }
        throw new IllegalStateException("The name " + slug + " was given " + MOST_GENERATIONS + " times");
    }

    /** False if another got its id or its name first. */
    boolean insert(Organisation organisation) {
        try {
            mongo.insert(OrganisationDocument.of(organisation));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } finally {
            forget(organisation.id());
        }
    }

    /** As it is stored at this moment. */
    Optional<Organisation> readAgain(String slug) {
        bySlug.invalidate(slug);
        return named(slug);
    }

    /**
     * False if it has ended meanwhile, or is another than {@code seen}; then nothing is changed.
     *
     * @param seen empty to change whatever is there
     */
    boolean change(Organisation organisation, Optional<Organisation> seen) {
        OrganisationDocument document = OrganisationDocument.of(organisation);
        Update change = new Update().set("name", document.name());
        Update whole = document.weeklyQuota() == null
                ? change.unset("weeklyQuota")
                : change.set("weeklyQuota", document.weeklyQuota());
        Criteria those = seen.map(OrganisationDocument::of)
                .map(read -> current(organisation.id())
                        .and("name")
                        .is(read.name())
                        .and("weeklyQuota")
                        .is(read.weeklyQuota()))
                .orElseGet(() -> current(organisation.id()));
        return update(organisation.id(), those, whole);
    }

    void end(OrganisationId id, Instant at) {
        update(id, current(id), new Update().unset("slug").set("ended", at));
    }

    private static Criteria current(OrganisationId id) {
        return Criteria.where("_id").is(id.value()).and("ended").is(null);
    }

    private boolean update(OrganisationId id, Criteria those, Update change) {
        boolean changed = mongo.updateFirst(Query.query(those), change, OrganisationDocument.class)
                        .getMatchedCount()
                > 0;
        forget(id);
        return changed;
    }

    private void forget(OrganisationId id) {
        byId.invalidate(id);
        bySlug.invalidate(id.slug());
    }
}
