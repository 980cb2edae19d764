package org.passerelle.mail.imap;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.WorkExecutors;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a connection to the mailbox, if there is one, and takes what comes as soon as the server tells of it; from servers
 * that do not tell, once a minute. A connection that breaks is made anew, after pauses that grow.
 */
final class ImapPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImapPoller.class);

    /** Shorter than the time after which the connection is taken for dead. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_WAKES = 50;
    private static final int BETWEEN_WAKES_MILLIS = 200;

    private final ImapProperties settings;
    private final Ingest ingest;
    private final Duration shortestPause;
    private volatile @Nullable Running running;

    ImapPoller(ImapProperties settings, Ingest ingest, Duration shortestPause) {
        this.settings = settings;
        this.ingest = ingest;
        this.shortestPause = shortestPause;
    }

    @Override
    public synchronized void start() {
        if (settings.isSet() && running == null) {
            Running started = new Running();
            running = started;
            started.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Running stopping = running;
        running = null;
        if (stopping != null) {
            stopping.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** From one start to one stop. */
    private final class Running {

        private final CountDownLatch stopped = new CountDownLatch(1);
        private final WorkTimer alarm = new WorkTimer("imap-alarm");
        private final Thread thread = WorkExecutors.thread("imap", this::work);
        private volatile @Nullable ImapMailbox current;

        private void work() {
            FetchFaults faults = new FetchFaults();
            Duration pause = shortestPause;
            while (!rests(Duration.ZERO)) {
                try (ImapMailbox mailbox = ImapMailbox.open(settings, faults)) {
                    current = mailbox;
                    LOG.info("Mail to rooms is fetched from {}", settings);
                    while (!rests(Duration.ZERO)) {
                        boolean isEmpty = mailbox.takeAll(ingest);
                        pause = shortestPause;
                        await(mailbox, isEmpty);
                    }
                } catch (MessagingException e) {
                    LOG.warn("Mail could not be fetched, next try in {} s: {}", pause.toSeconds(), e.getMessage());
                    rests(pause);
                    pause = longer(pause);
                } catch (RuntimeException | LinkageError | VirtualMachineError e) {
                    // Nobody else would notice that this thread has ended, and with it all mail from the mailbox.
                    WorkFailures.report(LOG, "inbox", "Mail could not be fetched for a reason that nobody foresaw", e);
                    rests(pause);
                    pause = longer(pause);
                } finally {
                    current = null;
                }
            }
        }

        private static Duration longer(Duration pause) {
            return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }

        private void await(ImapMailbox mailbox, boolean isEmpty) throws MessagingException {
            if (!isEmpty) {
                rests(shortestPause);
            } else if (mailbox.canTell()) {
                Future<?> waking = alarm.after(LONGEST_SILENCE, mailbox::wake);
                mailbox.waitForMail();
                waking.cancel(false);
            } else {
                rests(LONGEST_SILENCE);
            }
        }

        /** Whether it was stopped, at the latest after {@code pause}. */
        private boolean rests(Duration pause) {
            try {
                return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        private void stop() {
            stopped.countDown();
            try {
                // Again and again, for it may have been about to wait when it was woken.
                for (int i = 0; i < MOST_WAKES && thread.isAlive(); i++) {
                    ImapMailbox mailbox = current;
                    if (mailbox != null) {
                        mailbox.wake();
                    }
                    thread.join(BETWEEN_WAKES_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            alarm.close();
        }
    }
}
