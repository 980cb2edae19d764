package org.passerelle.mail.personal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.passerelle.mail.inbox.search.ReadableMail;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.DocumentErasure;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.HeldDataSearch;
import org.passerelle.platform.personal.PersonMentions;
import org.passerelle.platform.personal.PersonalStore;
import org.passerelle.platform.personal.PlainValues;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The mail that rooms received. What somebody sent goes when they are erased, the lines of the log with it. Of what others sent the
 * bytes go if they name the person, for a mail with something cut out is no mail any more; its line in the log stays.
 */
@Component
public class KeptMail implements PersonalStore {

    private static final String MAILS = "inbox_mails";
    private static final String CONTENTS = "inbox_contents";

    /** Of these something is still to become; see {@link org.passerelle.mail.inbox.InboxMail}. */
    private static final Set<String> UNDECIDED = Set.of("RECEIVED", "DEFERRED", "INTERRUPTED", "KEPT");

    private final MongoOperations mongo;

    public KeptMail(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Set<String> collections() {
        return Set.of(MAILS, CONTENTS);
    }

    @Override
    public List<String> places() {
        return List.of(MAILS);
    }

    @Override
    public List<HeldData> held(DataSubject subject) {
        DocumentErasure erasure = new DocumentErasure(subject);
        PersonMentions mentions = new PersonMentions(subject);
        HeldDataSearch held = new HeldDataSearch(MAILS);
        for (Document mail : mails().find()) {
            held.at(mail.get("_id"), () -> {
                if (isFrom(mail, subject)) {
                    Map<String, Object> plain = PlainValues.of(mail, Set.of("_id", "attempts"));
                    raw(mail).ifPresent(raw -> plain.put("content", new String(raw, StandardCharsets.UTF_8)));
                    held.add(plain);
                } else if (erasure.mentions(mail) || names(mail, mentions)) {
                    held.mention();
                }
            });
        }
        return List.of(held.end());
    }

    @Override
    public ErasureResult erase(DataSubject subject, boolean waits) {
        DocumentErasure erasure = new DocumentErasure(subject);
        PersonMentions mentions = new PersonMentions(subject);
        ErasureResult result = ErasureResult.NOTHING;
        for (Document mail : mails().find()) {
            if (isFrom(mail, subject)) {
                mails().deleteOne(named(mail));
                contents().deleteOne(named(mail));
                result = result.and(ErasureResult.complete(1));
            } else if (names(mail, mentions)) {
                result = result.and(cutFromMailOfOthers(mail, waits));
            }
            Document cut = erasure.cut(mail);
            if (cut != mail) {
                cut.forEach((name, value) -> {
                    if (value != mail.get(name)) {
                        mails().updateOne(named(mail), Updates.set(name, value));
                    }
                });
                result = result.and(ErasureResult.complete(1));
            }
        }
        return result;
    }

    /**
     * Forgets mail that was received before {@code before} and is dealt with.
     *
     * @return how many, at most {@code most}
     */
    long forgetBefore(Instant before, int most) {
        List<Object> old = mails().find(Filters.and(Filters.lt("received", before), Filters.nin("state", UNDECIDED)))
                .projection(Projections.include("_id"))
                .limit(most)
                .map(mail -> mail.get("_id"))
                .into(new ArrayList<>());
        contents().deleteMany(Filters.in("_id", old));
        return mails().deleteMany(Filters.in("_id", old)).getDeletedCount();
    }

    /** One that is not dealt with yet is needed until it is. */
    private ErasureResult cutFromMailOfOthers(Document mail, boolean waits) {
        if (waits && UNDECIDED.contains(mail.getString("state"))) {
            return new ErasureResult(0, false);
        }
        contents().deleteOne(named(mail));
        return ErasureResult.complete(1);
    }

    private static boolean isFrom(Document mail, DataSubject subject) {
        String returnPath = mail.getEmbedded(List.of("envelope", "returnPath"), "");
        String sender = mail.getEmbedded(List.of("told", "sender"), "");
        return subject.is(returnPath) || subject.is(sender);
    }

    private boolean names(Document mail, PersonMentions mentions) {
        return raw(mail).filter(raw -> mentions.isIn(ReadableMail.text(raw))).isPresent();
    }

    private Optional<byte[]> raw(Document mail) {
        return Optional.ofNullable(contents()
                        .find(named(mail))
                        .projection(Projections.include("raw"))
                        .first())
                .map(content -> content.get("raw", Binary.class))
                .map(Binary::getData);
    }

    private static Bson named(Document mail) {
        return Filters.eq("_id", mail.get("_id"));
    }

    private MongoCollection<Document> mails() {
        return Objects.requireNonNull(mongo.getCollection(MAILS));
    }

    private MongoCollection<Document> contents() {
        return Objects.requireNonNull(mongo.getCollection(CONTENTS));
    }
}
