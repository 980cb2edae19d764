package org.passerelle.notification;

import java.time.Duration;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkTimer;
import org.springframework.stereotype.Component;

/** Looks now and then whether something is to be told that could not be told before. */
@Component
class NotificationRounds extends RegularWork {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final NotificationOutbox outbox;

    NotificationRounds(NotificationOutbox outbox) {
        super("notification-rounds");
        this.outbox = outbox;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(PAUSE, outbox::lookIfDue);
    }
}
