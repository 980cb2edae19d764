package org.passerelle.account.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Preferences in a collection of their own, read by {@code _id} and kept for five seconds. They are no part of the account:
 * an account that is put anew by an administrator keeps them.
 */
@Component
class MongoPreferences implements Preferences {

    private static final String COLLECTION = "preferences";

    private final MongoTemplate mongo;
    private final Cache<PersonId, Preference> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    MongoPreferences(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Preference of(PersonId person) {
        return known.get(person, this::stored);
    }

    private Preference stored(PersonId person) {
        return Optional.ofNullable(mongo.findById(person.text(), Document.class, COLLECTION))
                .map(document -> new Preference(
                        Optional.ofNullable(document.getString("language")).map(Locale::forLanguageTag),
                        Optional.ofNullable(document.getString("zone")).map(ZoneId::of)))
                .orElse(Preference.NONE);
    }

    @Override
    public void put(PersonId person, Preference preference) {
        Document document = new Document("_id", person.text());
        preference.language().ifPresent(language -> document.append("language", language.toLanguageTag()));
        preference.zone().ifPresent(zone -> document.append("zone", zone.getId()));
        mongo.save(document, COLLECTION);
        known.invalidate(person);
    }

    void remove(PersonId person) {
        mongo.remove(Query.query(Criteria.where("_id").is(person.text())), COLLECTION);
        known.invalidate(person);
    }
}
