package org.passerelle.backup.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.backup.BackupFault;
import org.passerelle.backup.BackupRun;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** Of several nodes one makes the backup of a night, and all know what became of it. */
@FactsOf(MongoBackupRuns.class)
public abstract class BackupRunsContract extends StoreContract {

    private static final Instant AT = Instant.parse("2028-05-02T01:00:00Z");

    private MongoBackupRuns runs() {
        return new MongoBackupRuns(mongo());
    }

    private static BackupRun run(String night, Optional<Instant> checked, Optional<BackupFault> fault) {
        return new BackupRun(night, AT, 1234, checked, fault);
    }

    @Test
    void letsOneNodeBeginInEachNight() {
        BackupRun begun = run("2028-05-02", Optional.empty(), Optional.empty());

        assertThat(runs().begin(begun)).isTrue();
        assertThat(runs().begin(begun)).isFalse();
        assertThat(begun.faultAt(AT.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(begun.faultAt(AT.plus(Duration.ofHours(13)))).contains(BackupFault.BROKEN_OFF);
    }

    @Test
    void keepsWhatBecameOfThemTheNewestFirst() {
        BackupRun good = run("2028-05-02", Optional.of(AT.plusSeconds(60)), Optional.empty());
        BackupRun bad = run("2028-05-03", Optional.empty(), Optional.of(BackupFault.NOT_RESTORED));
        runs().begin(run("2028-05-02", Optional.empty(), Optional.empty()));
        runs().begin(run("2028-05-03", Optional.empty(), Optional.empty()));
        runs().end(good);
        runs().end(bad);

        assertThat(runs().lately()).containsExactly(bad, good);
        assertThat(runs().newestChecked()).contains(good);
        runs().forgetBefore("2028-05-03");
        assertThat(runs().lately()).containsExactly(bad);
    }
}
