package org.passerelle.platform.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever counts them of work in the background that threw. Whoever runs the work also logs it, and tries it again. */
public final class WorkFailures {

    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

    private WorkFailures() {}

    /** @param work a word of this program for what failed, such as {@code mail}; never one that comes from outside */
    public static void note(String work) {
        LISTENERS.forEach(listener -> listener.accept(work));
    }

    /** Has {@code listener} told of each failure from now on, on the thread that failed. */
    public static void follow(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    public static void unfollow(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }
}
