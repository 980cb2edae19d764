package org.passerelle.directory.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreRule;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.WholeDocuments;

/** No two rooms have the same number: by it a booking holds a room, and a room under another number would be free. */
final class ClaimNumbersRule implements StoreRule {

    private static final String COLLECTION = "claimNumbers";

    private record Given(String claimant, int first, int end) {}

    @Override
    public String name() {
        return "numbers of rooms";
    }

    @Override
    public void examine(StoreSnapshot store, StoreFindings findings) {
        List<Given> given = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        store.read(COLLECTION, new WholeDocuments(document -> {
            next.add(document.get("next", 0));
            for (Document block : document.getList("blocks", Document.class, List.of())) {
                int first = block.getInteger("first");
                given.add(new Given(block.getString("claimant"), first, first + block.getInteger("count")));
            }
        }));
        given.sort(Comparator.comparingInt(Given::first));
        for (int i = 1; i < given.size(); i++) {
            Given before = given.get(i - 1);
            Given after = given.get(i);
            if (after.first() < before.end()) {
                findings.wrong("%s and %s have the same number %d", before.claimant(), after.claimant(), after.first());
            }
        }
        given.stream()
                .filter(each -> next.stream().anyMatch(number -> number < each.end()))
                .forEach(each -> findings.wrong("numbers of %s would be given once more", each.claimant()));
        boolean hasBookings = store.collections().contains("bookings");
        if (given.isEmpty() && hasBookings) {
            boolean[] isThereOne = {false};
            store.read("bookings", new WholeDocuments(any -> isThereOne[0] = true));
            if (isThereOne[0]) {
                findings.wrong("there are bookings, and no numbers that tell whose rooms they hold");
            }
        }
    }
}
