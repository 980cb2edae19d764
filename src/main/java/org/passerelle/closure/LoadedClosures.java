package org.passerelle.closure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.mongo.ClosureDocuments;
import org.passerelle.directory.AddedClosures;
import org.springframework.stereotype.Component;

/** The closures in force, in memory. What this node makes is known at once, what another makes when it is next looked for. */
@Component
class LoadedClosures implements AddedClosures {

    /** What is over is of interest for so long, to whoever is at the other end of the world. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final ClosureDocuments documents;
    private final Clock clock;
    private volatile ClosuresInForce known;

    LoadedClosures(ClosureDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
        this.known = new ClosuresInForce(0, stored());
    }

    @Override
    public ClosuresInForce inForce() {
        return known;
    }

    /** Looks again; whether something has changed. */
    synchronized boolean refresh() {
        List<AddedClosure> stored = stored();
        if (stored.equals(known.closures())) {
            return false;
        }
        known = new ClosuresInForce(known.version() + 1, stored);
        return true;
    }

    private List<AddedClosure> stored() {
        return documents.inForce(clock.instant().minus(REMEMBERED)).stream()
                .map(SiteClosure::plan)
                // What the directory closes it knows itself.
                .filter(plan -> !plan.type().isOfTheDirectory())
                .map(plan -> new AddedClosure(plan.site(), plan.closure()))
                .toList();
    }
}
