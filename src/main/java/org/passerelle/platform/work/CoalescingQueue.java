package org.passerelle.platform.work;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Names that are to be looked at soon, each once however often it is added, in the order in which they were. When one
 * look fails the others still get theirs.
 *
 * @param <K> what is looked at; as many may be waiting as there are of these
 */
public final class CoalescingQueue<K> {

    private final SerialWorker afterwards;
    private final Consumer<K> look;
    private final int most;
    private final Runnable full;
    private final Set<K> pending = new LinkedHashSet<>();
    private boolean isAtWork;

    /** @param afterwards which looks; once it has stopped, what is left is dropped */
    public CoalescingQueue(SerialWorker afterwards, Consumer<K> look) {
        this(afterwards, look, Integer.MAX_VALUE, () -> {});
    }

    /**
     * @param most so many names may be waiting
     * @param full told when others are left out, which must be found again in another way
     */
    public CoalescingQueue(SerialWorker afterwards, Consumer<K> look, int most, Runnable full) {
        this.afterwards = afterwards;
        this.look = look;
        this.most = most;
        this.full = full;
    }

    public void add(Collection<K> names) {
        boolean areAllIn = true;
        boolean begins;
        synchronized (pending) {
            for (K name : names) {
                if (pending.size() < most) {
                    pending.add(name);
                } else {
                    areAllIn &= pending.contains(name);
                }
            }
            begins = !isAtWork && !pending.isEmpty();
            isAtWork |= begins;
        }
        if (!areAllIn) {
            full.run();
        }
        if (begins) {
            afterwards.execute(this::work);
        }
    }

    private void work() {
        boolean hasFailed = true;
        try {
            for (K name = next(); name != null; name = next()) {
                look.accept(name);
            }
            hasFailed = false;
        } finally {
            if (hasFailed) {
                afterwards.execute(this::work);
            }
        }
    }

    /** Null when nothing is left; then the work is over. */
    private @Nullable K next() {
        synchronized (pending) {
            Iterator<K> names = pending.iterator();
            if (!names.hasNext() || !afterwards.isRunning()) {
                pending.clear();
                isAtWork = false;
                return null;
            }
            K name = names.next();
            names.remove();
            return name;
        }
    }
}
