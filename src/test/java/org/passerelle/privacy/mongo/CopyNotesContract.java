package org.passerelle.privacy.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.privacy.CopyNote;

/** That a copy was made is kept for good, without the address of whom it is about. */
@FactsOf(MongoCopyNotes.class)
public abstract class CopyNotesContract extends StoreContract {

    @Test
    void areReadAsTheyWereNotedTheNewestFirst() {
        MongoCopyNotes notes = new MongoCopyNotes(mongo());
        Instant nine = Instant.parse("2026-03-25T09:00:00.123Z");
        CopyNote first = new CopyNote("a", nine, new AccountId("admin-id"), Set.of(new AccountId("kim-id")), Set.of());
        CopyNote second =
                new CopyNote("b", nine.plusSeconds(1), new AccountId("admin-id"), Set.of(), Set.of("00ff00ff"));
        notes.add(first);
        notes.add(second);

        assertThat(notes.all()).containsExactly(second, first);
        assertThat(notes.find("a")).contains(first);
        assertThat(notes.find("c")).isEmpty();
    }
}
