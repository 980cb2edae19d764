package org.passerelle.backup.check;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreRule;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.WholeDocuments;

/**
 * What was left behind by something that is gone. Nobody finds it, and it does no harm; between two writes of one thing there is some
 * for a moment.
 */
final class OrphanedDocuments implements StoreRule {

    private static final List<Belonging> BELONGINGS = List.of(
            new Belonging("inbox_contents", "_id", "inbox_mails"),
            new Belonging("closureDates", "closure", "closures"),
            new Belonging("webhookDeliveries", "webhook", "webhooks"));

    /** @param field of the documents of {@code of} that has the id of what they belong to */
    private record Belonging(String of, String field, String to) {}

    @Override
    public String name() {
        return "what belongs to others";
    }

    @Override
    public void examine(StoreSnapshot store, StoreFindings findings) {
        for (Belonging each : BELONGINGS) {
            Set<Object> there = new HashSet<>();
            store.read(each.to(), new WholeDocuments(document -> there.add(document.get("_id"))));
            long[] left = {0};
            store.read(each.of(), new WholeDocuments(document -> {
                Object owner = document.get(each.field());
                if (Objects.nonNull(owner) && !there.contains(owner)) {
                    left[0]++;
                }
            }));
            if (left[0] > 0) {
                findings.note("%d of %s belong to nothing in %s", left[0], each.of(), each.to());
            }
        }
    }
}
