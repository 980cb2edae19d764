package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.contract.OnEmbeddedMongo;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalStore;
import org.passerelle.platform.personal.StoredPersonalData;
import org.passerelle.platform.personal.Subjects;
import org.passerelle.privacy.Erasure.ErasureState;
import org.passerelle.privacy.mongo.MongoErasureRecords;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An erasure that a kill has stopped, and one that an older copy of the store has undone. */
@OnEmbeddedMongo
class ErasureResumptionTests {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final StoreStatus WELL = () -> StoreStatus.StoreState.WORKING;

    private static final AddressDigests DIGESTS = new AddressDigests(() -> new byte[] {1, 2, 3});

    private MongoTemplate mongo;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin(MongoTemplate given) {
        mongo = given;
        Stream.of("erasures", "letters", "deputies")
                .forEach(name -> mongo.getCollection(name).deleteMany(new Document()));
    }

    private static Erasure erasure(String id, Optional<DataSubject> subject, SubjectMark mark) {
        return new Erasure(
                id,
                NINE,
                new AccountId("admin-id"),
                Set.of(new AccountId("odile-id")),
                subject,
                subject.isPresent() ? ErasureState.RUNNING : ErasureState.DONE,
                0,
                Optional.empty(),
                List.of(),
                mark);
    }

    private PersonalInventory inventory(PersonalStore... stores) {
        return new PersonalInventory(
                List.of(() -> List.of(
                        PersonalCollection.ownedBy("letters", "to"),
                        PersonalCollection.ownedBy("deputies", "principal", "deputy"),
                        PersonalCollection.mentioning("erasures"))),
                List.of(stores),
                new StoredPersonalData(mongo));
    }

    /** A place in the middle of which the program is killed. */
    private record KilledIn(boolean isKilled) implements PersonalStore {

        @Override
        public Set<String> collections() {
            return Set.of();
        }

        @Override
        public List<String> places() {
            return List.of();
        }

        @Override
        public List<HeldData> held(DataSubject subject) {
            return List.of();
        }

        @Override
        public ErasureResult erase(DataSubject subject, boolean waits) {
            if (isKilled) {
                throw new IllegalStateException("killed");
            }
            return ErasureResult.NOTHING;
        }
    }

    /** A place that is looked at after all was erased, when somebody writes a letter that they had read before. */
    private final class WrittenBack implements PersonalStore {

        private boolean isWritten;

        @Override
        public Set<String> collections() {
            return Set.of();
        }

        @Override
        public List<String> places() {
            return List.of();
        }

        @Override
        public List<HeldData> held(DataSubject subject) {
            if (!isWritten) {
                mongo.getCollection("letters").insertOne(new Document("_id", 1).append("to", "odile-id"));
                isWritten = true;
            }
            return List.of();
        }

        @Override
        public ErasureResult erase(DataSubject subject, boolean waits) {
            return ErasureResult.NOTHING;
        }
    }

    @Test
    void whatSomebodyWritesBackMeanwhileIsErasedBeforeTheEnd() {
        ErasureRecords records = new MongoErasureRecords(mongo);
        records.put(erasure("e1", Optional.of(Subjects.odile()), SubjectMark.NONE));
        ErasureWork work = new ErasureWork(records, inventory(new WrittenBack()), WELL, new MutableClock());

        work.comeRound();
        assertThat(records.unfinished()).hasSize(1);
        work.comeRound();

        assertThat(records.find("e1")).get().extracting(Erasure::state).isEqualTo(ErasureState.DONE);
        assertThat(mongo.getCollection("letters").countDocuments()).isZero();
    }

    @Test
    void whatAKillHasStoppedTheNextStartBringsToItsEnd() {
        mongo.getCollection("letters").insertOne(new Document("_id", 1).append("to", "odile-id"));
        mongo.getCollection("deputies")
                .insertMany(List.of(
                        new Document("_id", 1)
                                .append("principal", "person odile-id")
                                .append("deputy", "louis-id"),
                        new Document("_id", 2)
                                .append("principal", "person louis-id")
                                .append("deputy", "nadia-id")));
        ErasureRecords records = new MongoErasureRecords(mongo);
        records.put(erasure("e1", Optional.of(Subjects.odile()), SubjectMark.NONE));
        ErasureWork killed = new ErasureWork(records, inventory(new KilledIn(true)), WELL, new MutableClock());

        killed.comeRound();
        assertThat(mongo.getCollection("letters").countDocuments()).isOne();

        ErasureRecords after = new MongoErasureRecords(mongo);
        assertThat(after.unfinished()).hasSize(1);
        new ErasureWork(after, inventory(new KilledIn(false)), WELL, new MutableClock()).comeRound();

        assertThat(after.find("e1")).get().satisfies(done -> {
            assertThat(done.state()).isEqualTo(ErasureState.DONE);
            assertThat(done.subject()).isEmpty();
        });
        assertThat(mongo.getCollection("letters").countDocuments()).isZero();
        assertThat(mongo.getCollection("deputies").find().map(each -> each.get("_id")))
                .as("whose principal is somebody else")
                .containsExactly(2);
    }

    @Test
    void whatTheStoreNoLongerKnowsIsDoneAgainAndWhatTheListLacksIsAdded() {
        Path file = folder.resolve("erased.list");
        SubjectMark mark = new SubjectMark(Set.of("00ff"), Optional.of(new AccountId("louis-id")));
        Erasure undone = erasure("e-undone", Optional.empty(), mark);
        new ErasedList(Optional.of(file)).add(ErasedEntry.of(undone));
        ErasureRecords records = new MongoErasureRecords(mongo);
        records.put(erasure("e-unlisted", Optional.empty(), SubjectMark.NONE));
        ErasingPeople erasing = mock(ErasingPeople.class);

        ErasedList list = new ErasedList(Optional.of(file));
        new ErasureRepetition(list, records, erasing, DIGESTS).compare();

        verify(erasing).repeat(ErasedEntry.of(undone));
        assertThat(list.entries().keySet()).containsExactly("e-undone", "e-unlisted");

        records.put(undone);
        ErasingPeople again = mock(ErasingPeople.class);
        new ErasureRepetition(list, records, again, DIGESTS).compare();
        verify(again, never()).repeat(any());
    }

    @Test
    void anAddressIsFoundByItsDigestAlone() {
        Set<String> kim = Set.of(DIGESTS.of("kim@example.org"));

        assertThat(DIGESTS.found(kim, Stream.of("Kim <Kim@Example.org>, lee@example.org", "nobody")))
                .containsExactly(new EmailAddress("kim@example.org"));
        assertThat(DIGESTS.found(kim, Stream.of("akim@example.org mailto:lee@example.org")))
                .isEmpty();
        assertThat(new AddressDigests(() -> new byte[] {4}).of("kim@example.org"))
                .isNotIn(kim);
    }
}
