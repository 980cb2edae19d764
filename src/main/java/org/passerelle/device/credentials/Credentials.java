package org.passerelle.device.credentials;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.directory.Slug;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;

/** Credentials of devices by the names that the directory gives them. They go in and are used; nothing shows them again. */
public class Credentials {

    private final MongoOperations mongo;
    private final Optional<CredentialCipher> sealing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Credentials(
            MongoOperations mongo, Optional<CredentialCipher> sealing, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.sealing = sealing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What may be told of one.
     *
     * @param isReadable false if it was stored under another key, so that it must be given anew
     */
    public record CredentialEntry(String name, Instant changed, PersonId by, boolean isReadable) {}

    /** Whether there is a key to store any with. */
    public boolean canKeep() {
        return sealing.isPresent();
    }

    /**
     * Stores {@code credential}, in the place of what had its name.
     *
     * @throws IllegalArgumentException if {@code name} is no lower-case name
     * @throws NoSecretsKey if there is no key to store it with
     */
    public void put(String name, Credential credential, PersonId by) {
        if (!Slug.isSlug(name)) {
            throw new IllegalArgumentException("The name of a credential is lower-case letters, digits and hyphens");
        }
        byte[] sealed =
                sealing.orElseThrow(NoSecretsKey::new).seal(name, credential.user() + "\n" + credential.password());
        mongo.save(new CredentialDocument(name, sealed, clock.instant(), by.text()));
        events.publishEvent(new CredentialChanged(name));
    }

    /** Forgets it; whether there was one. */
    public boolean remove(String name) {
        boolean known = mongo.remove(query(where("_id").is(name)), CredentialDocument.class)
                        .getDeletedCount()
                > 0;
        if (known) {
            events.publishEvent(new CredentialChanged(name));
        }
        return known;
    }

    /** All of them by name. */
    public List<CredentialEntry> list() {
        return mongo.findAll(CredentialDocument.class).stream()
                .map(each -> new CredentialEntry(
                        each.id(),
                        each.changed(),
                        PersonId.read(each.by()),
                        opened(each).isPresent()))
                .sorted(Comparator.comparing(CredentialEntry::name))
                .toList();
    }

    /** For whoever calls the device; empty if there is none of that name or it cannot be read. */
    public Optional<Credential> find(String name) {
        return Optional.ofNullable(mongo.findById(name, CredentialDocument.class))
                .flatMap(this::opened);
    }

    private Optional<Credential> opened(CredentialDocument document) {
        return sealing.flatMap(key -> key.open(document.id(), document.sealed()))
                .map(Credentials::parsed);
    }

    private static Credential parsed(String text) {
        int end = text.indexOf('\n');
        return new Credential(text.substring(0, end), text.substring(end + 1));
    }
}
