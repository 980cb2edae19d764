package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.platform.work.CorrelationId.Scope;
import org.slf4j.MDC;

class CorrelationIdTests {

    private final CorrelationId request = CorrelationId.fresh(Door.API);

    @Test
    void aThreadWorksForItUntilTheScopeIsClosed() {
        try (Scope ignored = request.open()) {
            assertThat(CorrelationId.current()).contains(request);
            assertThat(MDC.get("id")).isEqualTo(request.value());
            assertThat(MDC.get("door")).isEqualTo("api");
        }

        assertThat(CorrelationId.current()).isEmpty();
        assertThat(MDC.get("id")).isNull();
        assertThat(MDC.get("door")).isNull();
    }

    @Test
    void whatIsDoneWithinOtherWorkGivesItsPlaceBack() {
        CorrelationId mail = CorrelationId.fresh(Door.MAIL);

        try (Scope outer = request.open()) {
            try (Scope inner = mail.open()) {
                assertThat(CorrelationId.current()).contains(mail);
            }
            assertThat(CorrelationId.current()).contains(request);
        }
    }

    @Test
    void anotherThreadCarriesItOnAndLosesItAfterwards() throws InterruptedException {
        List<Optional<CorrelationId>> seen = new ArrayList<>();
        Runnable task;
        try (Scope ignored = request.open()) {
            task = CorrelationId.carried(() -> seen.add(CorrelationId.current()));
        }

        Thread other = new Thread(() -> {
            task.run();
            seen.add(CorrelationId.current());
        });
        other.start();
        other.join();

        assertThat(seen).containsExactly(Optional.of(request), Optional.empty());
    }

    @Test
    void workThatNobodyAskedForIsNotTakenForThatOfTheThreadThatRunsIt() {
        List<Optional<CorrelationId>> seen = new ArrayList<>();
        Runnable task = CorrelationId.carried(() -> seen.add(CorrelationId.current()));

        try (Scope ignored = request.open()) {
            task.run();
        }

        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void eachRunOfAJobHasAnIdOfItsOwn() {
        List<Optional<CorrelationId>> seen = new ArrayList<>();
        Runnable job = CorrelationId.asJob(() -> seen.add(CorrelationId.current()));

        job.run();
        job.run();

        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(2)
                .allSatisfy(id -> assertThat(id.map(CorrelationId::door)).contains(Door.JOB));
    }

    @Test
    void noIdBreaksALineOfTheLog() {
        String forged = "ab\r\n2026-01-01 ERROR forged\u2028more\u0085" + "x".repeat(200);

        assertThat(new CorrelationId(Door.MAIL, forged).value())
                .matches("[^\\p{Cntrl}\\u2028\\u2029\\u0085]{1,64}")
                .startsWith("ab 2026");
    }
}
