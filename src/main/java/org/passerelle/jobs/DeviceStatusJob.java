package org.passerelle.jobs;

import org.passerelle.device.codec.CodecPostponed;
import org.passerelle.device.codec.CodecUpdates;
import org.passerelle.device.dialin.ConferenceNumbers;
import org.passerelle.device.sip.LineChecks;
import org.passerelle.directory.RoomId;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after the devices in the rooms every few minutes: codecs are told of their meetings anew, for one that was switched off
 * has forgotten them, and those that a conference begins at soon are asked whether they answer.
 */
@Component
class DeviceStatusJob {

    private static final int MINUTES = 5;
    private static final int MINUTES_IN_A_DAY = 24 * 60;
    private static final String GROUP = "codecs";

    private final JobTriggers triggers;

    DeviceStatusJob(JobTriggers triggers) {
        this.triggers = triggers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        triggers.every(MINUTES, "suites", Run.class);
        triggers.every(MINUTES_IN_A_DAY, "dial-numbers", Clearing.class);
    }

    /** A codec that took nothing is tried again after a pause. */
    @EventListener
    void set(CodecPostponed postponed) {
        triggers.once(new JobKey(postponed.room().value(), GROUP), postponed.until(), Due.class);
    }

    /** One look at all of them. */
    @DisallowConcurrentExecution
    static class Run implements Job {

        private final CodecUpdates codecs;
        private final LineChecks lines;

        Run(CodecUpdates codecs, LineChecks lines) {
            this.codecs = codecs;
            this.lines = lines;
        }

        @Override
        public void execute(JobExecutionContext context) {
            codecs.lookAtAll();
            lines.askAhead();
        }
    }

    /** Tries one codec again; the key is its room. */
    static class Due implements Job {

        private final CodecUpdates codecs;

        Due(CodecUpdates codecs) {
            this.codecs = codecs;
        }

        @Override
        public void execute(JobExecutionContext context) {
            codecs.lookAt(new RoomId(context.getJobDetail().getKey().getName()));
        }
    }

    /** Gives up the dial numbers of bookings that are over. */
    static class Clearing implements Job {

        private final ConferenceNumbers dialling;

        Clearing(ConferenceNumbers dialling) {
            this.dialling = dialling;
        }

        @Override
        public void execute(JobExecutionContext context) {
            dialling.forgetOver();
        }
    }
}
