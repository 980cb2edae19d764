package org.passerelle.booking.changelog.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.passerelle.booking.changelog.ChangeLogRewrites;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.digest.Digests;

/**
 * The pages of the log, numbered from 1 without a gap: whoever appends takes the next number, and of several nodes that do so
 * at once the unique id lets one through. A key for each write, unique as well, keeps a write from being logged twice, and finds
 * the writes of a booking. Both servers find pages by number and by key without looking at others.
 */
final class LogPages implements ChangeLogRewrites {

    static final String COLLECTION = "changeLog";

    static final String KEYS = "keys";

    /** Changes on one page. The changes of one write stand on one page, of which they may make a larger one. */
    static final int MOST_CHANGES = 500;

    private static final String CHANGES = "changes";
    static final String WRITES = "writes";
    private static final int PAGES_A_QUERY = 20;
    private static final int PAGES_KEPT = 5;
    private static final int MOST_RECENT = 10_000;
    private static final int KEYS_A_QUERY = 200;

    private final MongoCollection<Document> collection;

    /** What was appended last: a document that is written again soon brings its former write along. */
    private final Set<String> recent = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_RECENT;
        }
    }));

    /**
     * The last pages that were appended, where nobody else writes: whoever follows the log reads them a moment later. Guarded by
     * itself.
     */
    private final Map<Long, LogPage> newest = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LogPage> eldest) {
            return size() > PAGES_KEPT;
        }
    };

    /** The highest number that is known to be taken. */
    private final AtomicLong known = new AtomicLong();

    private final StoreAccess access;

    /** Whether {@link #known} is that of the last page, because nobody else appends. */
    private volatile boolean isLastKnown;

    LogPages(MongoCollection<Document> collection, StoreAccess access) {
        this.collection = collection;
        this.access = access;
    }

    /** One page. */
    record LogPage(long number, List<Document> changes) {

        static LogPage from(Document document) {
            return new LogPage(document.getLong("_id"), document.getList(CHANGES, Document.class));
        }
    }

    /** Puts what is not in the log yet on the next page. Does nothing if all of it is. By one thread at a time in a node. */
    void append(List<LoggedWrite> writes) {
        boolean isDone = false;
        try {
            appendNew(writes);
            isDone = true;
        } finally {
            if (!isDone) {
                isLastKnown = false; // what failed may be there all the same
            }
        }
    }

    private void appendNew(List<LoggedWrite> writes) {
        List<LoggedWrite> left =
                writes.stream().filter(write -> !recent.contains(name(write))).toList();
        boolean haveKeys = true;
        while (!left.isEmpty()) {
            long number = last() + 1;
            Document page = page(number, left, haveKeys);
            try {
                collection.insertOne(page);
                keep(page);
                known.accumulateAndGet(number, Math::max);
                left.forEach(write -> recent.add(name(write)));
                return;
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                if (exists(number)) {
                    known.accumulateAndGet(number, Math::max);
                } else {
                    List<LoggedWrite> missing = missing(left);
                    // If all are missing, two keys are alike by chance; the log is whole without them.
                    haveKeys = missing.size() < left.size();
                    left = missing;
                }
            }
        }
    }

    private void keep(Document page) {
        if (access == StoreAccess.EXCLUSIVE) {
            synchronized (newest) {
                newest.put(page.getLong("_id"), LogPage.from(page));
            }
        }
    }

    private Map<Long, LogPage> kept(long from, long to) {
        synchronized (newest) {
            return newest.values().stream()
                    .filter(page -> page.number() >= from && page.number() <= to)
                    .collect(
                            Collectors.toMap(LogPage::number, Function.identity(), (page, same) -> page, HashMap::new));
        }
    }

    private static Document page(long number, List<LoggedWrite> writes, boolean haveKeys) {
        Document page = new Document("_id", number);
        if (haveKeys) {
            page.append(KEYS, writes.stream().map(LogPages::key).toList());
        }
        return page.append(WRITES, writes.stream().map(LogPages::name).toList())
                .append(
                        CHANGES,
                        writes.stream()
                                .flatMap(write -> write.changes().stream())
                                .toList());
    }

    private List<LoggedWrite> missing(List<LoggedWrite> writes) {
        Set<String> present = new HashSet<>();
        List<Long> keys = writes.stream().map(LogPages::key).toList();
        for (int i = 0; i < keys.size(); i += KEYS_A_QUERY) {
            collection
                    .find(Filters.in(KEYS, keys.subList(i, Math.min(keys.size(), i + KEYS_A_QUERY))))
                    .projection(Projections.include(WRITES))
                    .forEach(page -> present.addAll(page.getList(WRITES, String.class)));
        }
        return writes.stream().filter(write -> !present.contains(name(write))).toList();
    }

    private static String name(LoggedWrite write) {
        return name(write.root(), write.version());
    }

    static String name(String root, long version) {
        return root + "@" + version;
    }

    private static long key(LoggedWrite write) {
        return key(name(write));
    }

    /** A whole number, since the embedded database keeps those in a tenth of the memory that texts take. */
    private static long key(String name) {
        return ByteBuffer.wrap(Digests.sha256(name)).getLong();
    }

    /** Of the last page; zero if there is none. Where nobody else appends it is looked for once. */
    long last() {
        if (isLastKnown) {
            return known.get();
        }
        long last = known.get();
        long step = 1;
        while (exists(last + step)) {
            last += step;
            step *= 2;
        }
        for (; step > 1; step /= 2) {
            if (exists(last + step / 2)) {
                last += step / 2;
            }
        }
        isLastKnown = access == StoreAccess.EXCLUSIVE;
        return known.accumulateAndGet(last, Math::max);
    }

    private boolean exists(long number) {
        return collection
                        .find(Filters.eq("_id", number))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /** Those of the pages {@code from} to {@code to}, both included, that are there, in order. */
    List<LogPage> read(long from, long to) {
        Map<Long, LogPage> pages = kept(from, to);
        for (long first = from; first <= to; first += PAGES_A_QUERY) {
            List<Long> numbers = LongStream.rangeClosed(first, Math.min(to, first + PAGES_A_QUERY - 1))
                    .boxed()
                    .filter(number -> !pages.containsKey(number))
                    .toList();
            if (!numbers.isEmpty()) {
                collection
                        .find(Filters.in("_id", numbers))
                        .map(LogPage::from)
                        .forEach(page -> pages.put(page.number(), page));
            }
        }
        return LongStream.rangeClosed(from, to)
                .filter(pages::containsKey)
                .mapToObj(pages::get)
                .toList();
    }

    /** The pages with a write of the document {@code root}, up to {@code version}, in order. */
    List<LogPage> of(String root, long version) {
        Map<Long, LogPage> pages = new HashMap<>();
        for (long first = 1; first <= version; first += KEYS_A_QUERY) {
            collection
                    .find(Filters.in(KEYS, keys(root, first, Math.min(version, first + KEYS_A_QUERY - 1))))
                    .map(LogPage::from)
                    .forEach(page -> pages.put(page.number(), page));
        }
        List<LogPage> ordered = new ArrayList<>(pages.values());
        ordered.sort((one, other) -> Long.compare(one.number(), other.number()));
        return ordered;
    }

    private static Collection<Long> keys(String root, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(version -> key(name(root, version)))
                .toList();
    }

    @Override
    public void forEach(Consumer<Document> each) {
        collection
                .find()
                .batchSize(PAGES_A_QUERY)
                .forEach(page -> page.getList(CHANGES, Document.class).forEach(each));
    }

    /** Pages are only ever added, so nobody else changes one at the same time but by the same rule. */
    @Override
    public long rewrite(UnaryOperator<Document> each) {
        long rewritten = 0;
        for (Document page : collection.find().batchSize(PAGES_A_QUERY)) {
            List<Document> changes = page.getList(CHANGES, Document.class);
            List<Document> cut = changes.stream().map(each).toList();
            long count = IntStream.range(0, cut.size())
                    .filter(i -> cut.get(i) != changes.get(i))
                    .count();
            if (count > 0) {
                collection.updateOne(Filters.eq("_id", page.get("_id")), Updates.set(CHANGES, cut));
                rewritten += count;
            }
        }
        synchronized (newest) {
            newest.clear();
        }
        return rewritten;
    }
}
