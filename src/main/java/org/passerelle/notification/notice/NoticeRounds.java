package org.passerelle.notification.notice;

import java.time.Duration;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkTimer;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether something stands that somebody was not told yet. */
@Component
class NoticeRounds extends RegularWork {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final NoticeSending sending;

    NoticeRounds(NoticeSending sending) {
        super("notices");
        this.sending = sending;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(PAUSE, sending::sendDue);
    }
}
