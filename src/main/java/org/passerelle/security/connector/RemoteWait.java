package org.passerelle.security.connector;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * What a request does while it waits for a server of others: it takes one of few places, which clients share, and passes its turn
 * on for good. The place is given back with the end of the request.
 */
public final class RemoteWait {

    static final String NAME = RemoteWait.class.getName();

    private final RunningRequest request;
    private final FairShare places;
    private boolean hasPlace;

    RemoteWait(RunningRequest request, FairShare places) {
        this.request = request;
        this.places = places;
    }

    /** That of this request; empty where nobody counts, as in a test without a container. */
    public static Optional<RemoteWait> of(ServletRequest request) {
        return request.getAttribute(NAME) instanceof RemoteWait wait ? Optional.of(wait) : Optional.empty();
    }

    /** @return false if its client, or everybody, has as many such requests under way as may be */
    public boolean begin() {
        if (!hasPlace) {
            hasPlace = places.tryTake(request.client());
            if (hasPlace) {
                request.goOnWithoutTurn();
            }
        }
        return hasPlace;
    }

    void end() {
        if (hasPlace) {
            hasPlace = false;
            places.giveBack(request.client());
        }
    }
}
