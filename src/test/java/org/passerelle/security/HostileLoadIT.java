package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.HostileLoad;
import org.passerelle.HostileLoad.Findings;

/**
 * Hostile requests, mails, calendars and floods at a heap of 256 MB while eight people book. A sample of what is run on
 * demand: {@code mvn -Pnightly verify}, or {@code -Dhostile.count=10000} for this test. How fast the eight are answered is printed, and judged by people.
 */
class HostileLoadIT {

    private static final int COUNT = Integer.getInteger("hostile.count", 150);
    private static final long SEED = Long.getLong("hostile.seed", 12);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void honestPeopleAreServedAndNothingPilesUp() throws Exception {
        Findings findings = new HostileLoad(folder, SEED).attack(COUNT);

        System.out.printf("HostileLoadIT: %d attacks, seed %d: %s%n", COUNT, SEED, findings);
        assertThat(findings.complaints()).isEmpty();
        assertThat(findings.asked()).isGreaterThan(20);
        assertThat(findings.answers().keySet())
                .noneMatch(each -> each.matches("\\w+ 5\\d\\d") && !each.endsWith("503"));
        assertThat(findings.grown()).isLessThan(20 * MEGABYTE);
        assertThat(findings.log()).isLessThan(MEGABYTE);
    }
}
