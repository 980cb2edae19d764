package org.passerelle.agenda;

import org.passerelle.directory.RoomId;
import org.passerelle.suites.codec.CodecPostponed;
import org.passerelle.suites.codec.Codecs;
import org.passerelle.suites.dialling.Dialling;
import org.passerelle.suites.sip.Lines;
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
class SuiteRounds {

    private static final int MINUTES = 5;
    private static final int MINUTES_IN_A_DAY = 24 * 60;
    private static final String GROUP = "codecs";

    private final Alarms alarms;

    SuiteRounds(Alarms alarms) {
        this.alarms = alarms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
        alarms.every(MINUTES, "suites", Round.class);
        alarms.every(MINUTES_IN_A_DAY, "dial-numbers", Clearing.class);
    }

    /** A codec that took nothing is tried again after a pause. */
    @EventListener
    void set(CodecPostponed postponed) {
        alarms.once(new JobKey(postponed.room().value(), GROUP), postponed.until(), Ring.class);
    }

    /** One look at all of them. */
    @DisallowConcurrentExecution
    static class Round implements Job {

        private final Codecs codecs;
        private final Lines lines;

        Round(Codecs codecs, Lines lines) {
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
    static class Ring implements Job {

        private final Codecs codecs;

        Ring(Codecs codecs) {
            this.codecs = codecs;
        }

        @Override
        public void execute(JobExecutionContext context) {
            codecs.lookAt(new RoomId(context.getJobDetail().getKey().getName()));
        }
    }

    /** Gives up the dial numbers of bookings that are over. */
    static class Clearing implements Job {

        private final Dialling dialling;

        Clearing(Dialling dialling) {
            this.dialling = dialling;
        }

        @Override
        public void execute(JobExecutionContext context) {
            dialling.forgetOver();
        }
    }
}
