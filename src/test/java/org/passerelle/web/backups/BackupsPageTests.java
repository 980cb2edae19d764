package org.passerelle.web.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.backup.BackupFault;
import org.passerelle.backup.BackupRun;
import org.passerelle.backup.BackupRuns;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators see when backups were made, and which of them are worth the name. The newest is good, so nobody is mailed. */
class BackupsPageTests extends HttpTest {

    @Autowired
    private BackupRuns runs;

    private void keep(String night, String at, Optional<Instant> checked, Optional<BackupFault> fault) {
        BackupRun run = new BackupRun(night, Instant.parse(at), 12_340_000, checked, fault);
        runs.begin(run);
        runs.end(run);
    }

    @Test
    void saysWhenTheyWereMadeAndWhetherTheyWereChecked() {
        keep(
                "2028-05-03",
                "2028-05-03T01:00:00Z",
                Optional.of(Instant.parse("2028-05-03T01:01:00Z")),
                Optional.empty());
        keep("2028-05-02", "2028-05-02T01:00:00Z", Optional.empty(), Optional.of(BackupFault.NOT_RESTORED));
        TestClient admin = browserOf(ADMIN);

        assertThat(admin.get("/backups").body())
                .contains("could not be restored, so do not rely on it", "restored and found complete", "12.3", "MB")
                .contains("There is no nightly backup")
                .contains("href=\"/backups\"");
        assertThat(browserOf(MANAGER).get("/backups").statusCode()).isEqualTo(404);
    }
}
