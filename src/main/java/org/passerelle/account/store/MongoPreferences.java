package org.passerelle.account.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Preferences in a collection of their own, read by {@code _id} and kept for a second. They are no part of the account:
 * an account that is put anew by an administrator keeps them.
 */
@Component
class MongoPreferences implements Preferences {

    private static final String COLLECTION = "preferences";

    private final MongoTemplate mongo;
    private final Cache<PersonId, Preference> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    MongoPreferences(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Preference of(PersonId person) {
        return known.get(person, this::stored);
    }

    private Preference stored(PersonId person) {
        @Nullable
        Document document = mongo.execute(
                COLLECTION, preferences -> preferences.find(of(person.text())).first());
        return document == null
                ? Preference.NONE
                : new Preference(
                        Optional.ofNullable(document.getString("language")).map(Locale::forLanguageTag),
                        Optional.ofNullable(document.getString("zone")).flatMap(MongoPreferences::zone));
    }

    /** Empty for one that was given up since, as the tz database does now and then. */
    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException noMore) {
            return Optional.empty();
        }
    }

    /** As it is written: Spring's own queries take 24 hexadecimal digits for something else. */
    private static Bson of(String id) {
        return Filters.eq("_id", id);
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
        mongo.execute(COLLECTION, preferences -> preferences.deleteOne(of(person.text())));
        known.invalidate(person);
    }
}
