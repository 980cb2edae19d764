package org.passerelle.jobs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.passerelle.platform.store.LittleSpace;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

class JobFactoryConfigurationTests {

    private static void run(RuntimeException thrown) throws Exception {
        Job job = running -> {
            throw thrown;
        };
        JobFactoryConfiguration.run(job, mock(JobExecutionContext.class, RETURNS_DEEP_STUBS));
    }

    @Test
    void letsAJobEndThatTheStoreFails() {
        assertThatCode(() -> run(new LittleSpace())).doesNotThrowAnyException();
    }

    @Test
    void hidesNoOtherFault() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(new IllegalStateException("on purpose")));
    }
}
