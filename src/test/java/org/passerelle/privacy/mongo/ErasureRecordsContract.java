package org.passerelle.privacy.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.Subjects;
import org.passerelle.privacy.Erasure;
import org.passerelle.privacy.Erasure.ErasureState;
import org.passerelle.privacy.ErasureRecords;
import org.passerelle.privacy.SubjectMark;

/** An erasure knows whom it is about until it is through, and no longer. */
@FactsOf(MongoErasureRecords.class)
public abstract class ErasureRecordsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private ErasureRecords records;

    @BeforeEach
    void begin() {
        records = new MongoErasureRecords(mongo());
    }

    private static Erasure erasure(String id, Instant at, ErasureState state, Optional<DataSubject> subject) {
        Optional<Instant> ended = state == ErasureState.DONE ? Optional.of(NINE.plusSeconds(60)) : Optional.empty();
        return new Erasure(
                id,
                at,
                new AccountId("admin-id"),
                Set.of(new AccountId("odile-id")),
                subject,
                state,
                7,
                ended,
                List.of("directory"),
                new SubjectMark(Set.of("0123abcd"), Optional.of(new AccountId("heir-id"))));
    }

    @Test
    void areReadAsTheyWereWritten() {
        Erasure running = erasure("e1", NINE, ErasureState.RUNNING, Optional.of(Subjects.odile()));
        Erasure done = erasure("e2", NINE.plusSeconds(1), ErasureState.DONE, Optional.empty());

        records.put(running);
        records.put(done);

        assertThat(records.find("e1")).contains(running);
        assertThat(records.all()).containsExactly(done, running);
        assertThat(records.unfinished()).containsExactly(running);
        assertThat(records.find("e3")).isEmpty();
    }

    @Test
    void forgetWhomTheyAreAboutOnceThatIsErased() {
        records.put(erasure("e1", NINE, ErasureState.RUNNING, Optional.of(Subjects.odile())));
        records.put(erasure("e1", NINE, ErasureState.ERASED, Optional.empty()));

        assertThat(documents("erasures").find())
                .hasSize(1)
                .allSatisfy(document -> assertThat(document.toJson()).doesNotContainIgnoringCase("lenfant"));
        assertThat(records.unfinished()).hasSize(1);
    }
}
