package org.passerelle.notification.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.PersonId;
import org.passerelle.booking.due.DueTimesChanged;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.choice.QuietHours;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link ChosenMails} in a collection of their own, read by {@code _id} and kept for a second. */
@Repository
class MongoChosenMails implements ChosenMails {

    private static final String COLLECTION = "mailChoices";
    private static final String CONFIRMATIONS = "confirmations";
    private static final String CHANGES = "changes";
    private static final String REQUESTS = "requests";
    private static final String REMINDERS = "reminders";
    private static final String MINUTES = "reminderMinutes";
    private static final String QUIET_FROM = "quietFrom";
    private static final String QUIET_TO = "quietTo";
    private static final String DIGEST = "digest";
    private static final String CALLS = "calls";
    private static final String ALL = "all";

    private final MongoOperations mongo;
    private final ApplicationEventPublisher events;
    private final Cache<PersonId, MailChoices> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    private final Cache<String, Map<PersonId, DigestRhythm>> digests =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    MongoChosenMails(MongoOperations mongo, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.events = events;
    }

    @Override
    public MailChoices of(PersonId person) {
        return known.get(person, this::stored);
    }

    private MailChoices stored(PersonId person) {
        @Nullable
        Document document = collection().find(Filters.eq("_id", person.text())).first();
        MailChoices none = MailChoices.DEFAULT;
        return document == null
                ? none
                : new MailChoices(
                        document.getBoolean(CONFIRMATIONS, none.confirmations()),
                        document.getBoolean(CHANGES, none.changes()),
                        document.getBoolean(REQUESTS, none.requests()),
                        document.getBoolean(REMINDERS, none.reminders()),
                        Duration.ofMinutes(
                                document.get(MINUTES, none.reminderBefore().toMinutes())),
                        new QuietHours(
                                time(document, QUIET_FROM, none.quietHours().from()),
                                time(document, QUIET_TO, none.quietHours().to())),
                        DigestRhythm.valueOf(document.get(DIGEST, none.digest().name())),
                        document.getBoolean(CALLS, none.calls()));
    }

    @Override
    public Map<PersonId, DigestRhythm> digests() {
        return digests.get(ALL, all -> {
            Map<PersonId, DigestRhythm> found = new HashMap<>();
            for (Document document : collection().find(Filters.exists(DIGEST))) {
                found.put(PersonId.read(document.getString("_id")), DigestRhythm.valueOf(document.getString(DIGEST)));
            }
            return Map.copyOf(found);
        });
    }

    private static LocalTime time(Document document, String field, LocalTime usual) {
        @Nullable String stored = document.getString(field);
        return stored == null ? usual : LocalTime.parse(stored);
    }

    @Override
    public void put(PersonId person, MailChoices choices) {
        Document document = new Document("_id", person.text())
                .append(CONFIRMATIONS, choices.confirmations())
                .append(CHANGES, choices.changes())
                .append(REQUESTS, choices.requests())
                .append(REMINDERS, choices.reminders())
                .append(MINUTES, choices.reminderBefore().toMinutes())
                .append(QUIET_FROM, choices.quietHours().from().toString())
                .append(QUIET_TO, choices.quietHours().to().toString())
                .append(CALLS, choices.calls());
        if (choices.digest() != DigestRhythm.NEVER) {
            document.append(DIGEST, choices.digest().name());
        }
        collection().replaceOne(Filters.eq("_id", person.text()), document, new ReplaceOptions().upsert(true));
        known.invalidate(person);
        digests.invalidateAll();
        events.publishEvent(new DueTimesChanged(person));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
