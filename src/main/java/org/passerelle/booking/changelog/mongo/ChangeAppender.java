package org.passerelle.booking.changelog.mongo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.passerelle.platform.work.OwnThread;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkQueue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Appends what was written to the log, on a thread of its own: the first change after a while at once, and many at a time while
 * many are made. What fails is found again in the tails of the documents.
 */
@Component
class ChangeAppender extends OwnThread implements WorkQueue {

    private static final Duration GATHERING = Duration.ofMillis(20);

    private final LogPages pages;
    private final StoredTails tails;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean isAtWork;

    /**
     * What is to be appended.
     *
     * @param done run once it is in the log
     * @param since of the machine's stopwatch, in nanoseconds
     */
    private record Waiting(List<LoggedWrite> writes, Runnable done, long since) {}

    @Autowired
    ChangeAppender(LogPages pages, StoredTails tails) {
        this(pages, tails, new SerialWorker("change-log"));
    }

    ChangeAppender(LogPages pages, StoredTails tails, SerialWorker thread) {
        super(thread);
        this.pages = pages;
        this.tails = tails;
    }

    void whenAppended(Runnable listener) {
        listeners.add(listener);
    }

    /** @param done run once all of them are in the log; never if that fails, until the next start */
    void append(List<LoggedWrite> writes, Runnable done) {
        boolean begins;
        synchronized (waiting) {
            waiting.add(new Waiting(writes, done, System.nanoTime()));
            begins = !isAtWork;
            isAtWork = true;
        }
        if (begins) {
            thread.execute(this::work);
        }
    }

    /** Appends what the tail of a document has and the log may lack. */
    void appendTailOf(String root, Runnable done) {
        thread.execute(() -> append(tails.of(root), done));
    }

    private void work() {
        boolean isFirst = true;
        for (List<Waiting> next = next(isFirst); !next.isEmpty(); next = next(isFirst)) {
            append(next);
            isFirst = false;
        }
    }

    private void append(List<Waiting> some) {
        try {
            pages.append(once(some));
            some.forEach(each -> each.done().run());
            listeners.forEach(Runnable::run);
        } catch (RuntimeException e) {
            tails.noteMissed();
            thread.execute(() -> {
                throw e; // told and counted as any work that fails
            });
        }
    }

    /** The same write may come with the one that followed it in the same document, which may even be the first to come. */
    private static List<LoggedWrite> once(List<Waiting> some) {
        return some.stream().flatMap(each -> each.writes().stream()).distinct().toList();
    }

    /** Takes as much as goes on a page. Empty when nothing waits; then the work is over. */
    private List<Waiting> next(boolean isFirst) {
        if (!isFirst && isFew() && thread.isRunning()) {
            LockSupport.parkNanos(GATHERING.toNanos());
        }
        synchronized (waiting) {
            List<Waiting> taken = new ArrayList<>();
            int changes = 0;
            while (!waiting.isEmpty() && changes < LogPages.MOST_CHANGES) {
                Waiting each = waiting.remove();
                taken.add(each);
                changes += each.writes().size();
            }
            isAtWork = !taken.isEmpty();
            return taken;
        }
    }

    private boolean isFew() {
        synchronized (waiting) {
            return waiting.size() < LogPages.MOST_CHANGES / 4;
        }
    }

    @Override
    public String queueName() {
        return "change-log";
    }

    @Override
    public Load load() {
        synchronized (waiting) {
            return waiting.isEmpty()
                    ? Load.NONE
                    : new Load(
                            waiting.size(),
                            Duration.ofNanos(
                                    System.nanoTime() - waiting.getFirst().since()));
        }
    }
}
