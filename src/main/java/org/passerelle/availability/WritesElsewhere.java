package org.passerelle.availability;

import java.util.List;
import java.util.function.Consumer;
import org.passerelle.booking.model.Holding.Stretch;

/** Tells what other nodes wrote changed of the picture: the index alone knows what was held before. */
public interface WritesElsewhere {

    /**
     * Has {@code follower} told from now on what one document held before a write of another node or holds after it, once the
     * index answers by it; on a thread that it must not keep waiting.
     */
    void follow(Consumer<List<Stretch>> follower);
}
