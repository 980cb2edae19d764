package org.passerelle.booking.changelog.mongo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreRule;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.WholeDocuments;

/** The pages of the log are numbered without a gap, and no write stands on two of them. What is only in a tail yet is on its way. */
final class ChangeLogRule implements StoreRule {

    private static final String BOOKINGS = "bookings";

    @Override
    public String name() {
        return "change log";
    }

    @Override
    public void examine(StoreSnapshot store, StoreFindings findings) {
        TreeSet<Long> numbers = new TreeSet<>();
        Map<String, Long> pageOfWrite = new HashMap<>();
        store.read(LogPages.COLLECTION, new WholeDocuments(page -> {
            if (!(page.get("_id") instanceof Long number)) {
                findings.wrong("a page has no number but %s", page.get("_id"));
                return;
            }
            numbers.add(number);
            for (String write : page.getList(LogPages.WRITES, String.class, List.of())) {
                Long other = pageOfWrite.putIfAbsent(write, number);
                if (other != null) {
                    findings.wrong("the write %s stands on the pages %d and %d", write, other, number);
                }
            }
        }));
        long expected = 1;
        for (long number : numbers) {
            if (number != expected) {
                findings.wrong("the pages %d to %d are missing", expected, number - 1);
            }
            expected = number + 1;
        }
        tellOfTails(store, pageOfWrite.keySet(), findings);
    }

    /** A snapshot may fall between a write and its page; after a crash the next start appends it. */
    private static void tellOfTails(StoreSnapshot store, Set<String> logged, StoreFindings findings) {
        Set<String> missing = new HashSet<>();
        store.read(BOOKINGS, new WholeDocuments(document -> {
            String root = String.valueOf(document.get("_id"));
            for (Document change : document.getList(ChangeTails.FIELD, Document.class, List.of())) {
                String write = LogPages.name(root, change.getLong("v"));
                if (!logged.contains(write)) {
                    missing.add(write);
                }
            }
        }));
        if (!missing.isEmpty()) {
            findings.note("%d writes are not on a page yet; the program puts them there", missing.size());
        }
    }
}
