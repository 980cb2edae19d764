package org.passerelle.device.codec;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.CorrelationId;

/** Waits a moment with each room, so that it is looked at once however much changes in it meanwhile. */
final class CodecDebounce {

    private final Executor later;
    private final Consumer<RoomId> look;
    private final Set<RoomId> waiting = ConcurrentHashMap.newKeySet();

    /** @param later runs what it is given when the moment is over */
    CodecDebounce(Executor later, Consumer<RoomId> look) {
        this.later = later;
        this.look = look;
    }

    void add(RoomId room) {
        if (waiting.add(room)) {
            later.execute(CorrelationId.carried(() -> {
                // First, so that what changes while it is looked at is looked at again.
                waiting.remove(room);
                look.accept(room);
            }));
        }
    }
}
