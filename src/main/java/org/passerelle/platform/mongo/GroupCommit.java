package org.passerelle.platform.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable before they are acknowledged, many writers by one commit.
 *
 * <p>A write changes several maps: the documents, then each index. Writers share one side of the gate and a commit
 * takes the other, so no commit ever falls between two of those changes, and a store that is opened after a crash has
 * either all of a write or nothing of it.
 */
final class GroupCommit {

    private final MVStore store;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong written = new AtomicLong();
    private volatile long durable;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Runs {@code change} and returns its result once it, with all changes finished before it, is durable. */
    <T> T write(Supplier<T> change) {
        long ticket;
        T result;
        gate.readLock().lock();
        try {
            result = change.get();
        } finally {
            ticket = written.incrementAndGet();
            gate.readLock().unlock();
        }
        awaitDurable(ticket);
        return result;
    }

    /** Runs {@code work} on the store while no write is under way. */
    void alone(Runnable work) {
        turn.lock();
        gate.writeLock().lock();
        try {
            work.run();
        } finally {
            gate.writeLock().unlock();
            turn.unlock();
        }
    }

    /** The number of writes so far. */
    long writes() {
        return written.get();
    }

    private void awaitDurable(long ticket) {
        turn.lock();
        try {
            if (durable < ticket) {
                long covered = commit();
                // Other writers go on while the disk works; the next of them to have its turn commits for all.
                store.sync();
                durable = covered;
            }
        } finally {
            turn.unlock();
        }
    }

    private long commit() {
        gate.writeLock().lock();
        try {
            long covered = written.get();
            store.commit();
            return covered;
        } finally {
            gate.writeLock().unlock();
        }
    }
}
