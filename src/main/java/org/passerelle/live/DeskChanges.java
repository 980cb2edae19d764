package org.passerelle.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.passerelle.directory.SiteId;
import org.springframework.stereotype.Component;

/**
 * Tells of what is shown at the reception of a site and nowhere else: a guest who is expected or has come, a call for help. It is
 * told of this node alone; whoever shows it looks again now and then.
 */
@Component
public class DeskChanges {

    private final Set<Consumer<SiteId>> followers = ConcurrentHashMap.newKeySet();

    /** Has {@code follower} told until {@link #leave} is called, on the thread of whoever wrote, which it must not keep waiting. */
    public void follow(Consumer<SiteId> follower) {
        followers.add(follower);
    }

    public void leave(Consumer<SiteId> follower) {
        followers.remove(follower);
    }

    /** To be called once it is written. */
    public void note(SiteId site) {
        followers.forEach(follower -> follower.accept(site));
    }
}
