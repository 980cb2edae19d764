package org.passerelle.mail.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.SerialWorker;
import org.passerelle.platform.work.WorkQueue;

/**
 * Mail that waits to be worked through, one by one: the groups of senders take turns, and the senders of a group do, so that
 * the mails of one delay those of another by no more than one. Each mail is in it once, however often it is added.
 *
 * <p>What waits is bounded, in all and for each sender; more is to be refused before it is stored.
 */
final class InboundQueue {

    /** Mails that may wait, in all and of one sender. */
    static final int MOST = 3_000;

    static final int MOST_OF_ONE = 600;

    /** Bytes that may wait, in all and of one sender. */
    static final long MOST_BYTES = 512L * 1024 * 1024;

    static final long MOST_BYTES_OF_ONE = 64L * 1024 * 1024;

    private final SerialWorker thread;
    private final Function<String, Optional<Instant>> work;
    private final Clock clock;

    /** By group and sender, each in the order of their turns. */
    private final Map<String, Map<String, Deque<String>>> turns = new LinkedHashMap<>();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<SenderClaim, Load> loads = new HashMap<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::until));
    private long bytes;
    private boolean isAtWork;

    private record Entry(SenderClaim claim, long bytes, Instant since) {}

    private record Load(int mails, long bytes) {

        static final Load NONE = new Load(0, 0);

        Load with(int moreMails, long moreBytes) {
            return new Load(mails + moreMails, bytes + moreBytes);
        }
    }

    private record Later(String id, Instant until) {}

    /**
     * @param thread which works; once it has stopped, what waits is dropped, for it is found again in the store
     * @param work works through a mail, and tells before when it is not to be looked at again; empty once that is over
     */
    InboundQueue(SerialWorker thread, Function<String, Optional<Instant>> work, Clock clock) {
        this.thread = thread;
        this.work = work;
        this.clock = clock;
    }

    /** Whether {@code mails} more of {@code size} bytes together may wait. The nearer the whole is to its end, the less one sender may have. */
    synchronized boolean hasRoomFor(SenderClaim claim, int mails, long size) {
        Load load = loads.getOrDefault(claim, Load.NONE);
        int free = MOST - entries.size();
        return load.mails() + mails <= Math.min(MOST_OF_ONE, free)
                && load.bytes() + size <= MOST_BYTES_OF_ONE
                && bytes + size <= MOST_BYTES;
    }

    /** Whether any mail may wait. */
    synchronized boolean hasRoom() {
        return entries.size() < MOST && bytes < MOST_BYTES;
    }

    /** All that is not dealt with, also what is put off. */
    synchronized WorkQueue.Load load() {
        return entries.values().stream()
                .findFirst()
                .map(first -> new WorkQueue.Load(entries.size(), Duration.between(first.since(), clock.instant())))
                .orElse(WorkQueue.Load.NONE);
    }

    synchronized boolean holds(String id) {
        return entries.containsKey(id);
    }

    void add(String id, SenderClaim claim, long size) {
        synchronized (this) {
            if (entries.putIfAbsent(id, new Entry(claim, size, clock.instant())) != null) {
                return;
            }
            count(claim, 1, size);
            line(claim).add(id);
        }
        wake();
    }

    /** Works, also through what may be looked at again by now. */
    void wake() {
        synchronized (this) {
            if (isAtWork || entries.isEmpty()) {
                return;
            }
            isAtWork = true;
        }
        thread.execute(this::work);
    }

    private void work() {
        boolean hasFailed = true;
        try {
            for (String id = next(); id != null; id = next()) {
                Optional<Instant> again = Optional.empty();
                try {
                    again = work.apply(id);
                } finally {
                    end(id, again);
                }
            }
            hasFailed = false;
        } finally {
            if (hasFailed) {
                thread.execute(this::work);
            }
        }
    }

    /** Null when nothing is left to do now; then the work is over. */
    private synchronized @Nullable String next() {
        for (Later due = later.peek(); due != null && !due.until().isAfter(clock.instant()); due = later.peek()) {
            later.remove();
            Entry entry = entries.get(due.id());
            if (entry != null) {
                line(entry.claim()).add(due.id());
            }
        }
        if (turns.isEmpty() || !thread.isRunning()) {
            isAtWork = false;
            if (!thread.isRunning()) {
                forgetAll();
            }
            return null;
        }
        Iterator<Map.Entry<String, Map<String, Deque<String>>>> groups =
                turns.entrySet().iterator();
        Map.Entry<String, Map<String, Deque<String>>> first = groups.next();
        String group = first.getKey();
        Map<String, Deque<String>> senders = first.getValue();
        groups.remove();
        Iterator<Map.Entry<String, Deque<String>>> lines = senders.entrySet().iterator();
        Map.Entry<String, Deque<String>> line = lines.next();
        String sender = line.getKey();
        Deque<String> mails = line.getValue();
        lines.remove();
        String id = mails.removeFirst();
        if (!mails.isEmpty()) {
            senders.put(sender, mails);
        }
        if (!senders.isEmpty()) {
            turns.put(group, senders);
        }
        return id;
    }

    private void forgetAll() {
        turns.clear();
        entries.clear();
        loads.clear();
        later.clear();
        bytes = 0;
    }

    private synchronized void end(String id, Optional<Instant> again) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return;
        }
        if (again.isPresent()) {
            later.add(new Later(id, again.get()));
            return;
        }
        entries.remove(id);
        count(entry.claim(), -1, -entry.bytes());
    }

    private Deque<String> line(SenderClaim claim) {
        return turns.computeIfAbsent(claim.group(), any -> new LinkedHashMap<>())
                .computeIfAbsent(claim.sender(), any -> new ArrayDeque<>());
    }

    private void count(SenderClaim claim, int mails, long size) {
        bytes += size;
        loads.compute(claim, (any, load) -> {
            Load counted = (load == null ? Load.NONE : load).with(mails, size);
            return counted.mails() == 0 ? null : counted;
        });
    }
}
