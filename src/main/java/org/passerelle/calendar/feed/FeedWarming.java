package org.passerelle.calendar.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.passerelle.calendar.feed.FeedDocument.FetchRecord;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has feeds written before they are fetched: a new one at once, and all that are there after a start, those first that were
 * fetched last. A feed that is fetched before its turn is written then; it only takes longer.
 */
@Component
class FeedWarming {

    private static final Comparator<FeedDocument> LAST_FETCHED_FIRST = Comparator.comparing((FeedDocument feed) -> {
                FetchRecord fetched = feed.fetched();
                return fetched == null ? Instant.EPOCH : fetched.last();
            })
            .reversed();

    private static final Logger LOG = LoggerFactory.getLogger(FeedWarming.class);

    private final FeedDocuments documents;
    private final PublishedFeeds published;
    private final Executor executor;
    private volatile boolean isClosing;

    FeedWarming(
            FeedDocuments documents,
            PublishedFeeds published,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.documents = documents;
        this.published = published;
        this.executor = executor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepareAll() {
        executor.execute(() -> {
            List<FeedDocument> feeds =
                    documents.all().stream().sorted(LAST_FETCHED_FIRST).toList();
            feeds.forEach(feed -> Fence.around(() -> prepareNow(feed.hash()))
                    .ifPresent(failure -> WorkFailures.report(
                            LOG, "feeds", "Feed " + feed.publicId() + " was not written", failure)));
        });
    }

    void prepare(FeedDocument feed) {
        executor.execute(() -> prepareNow(feed.hash()));
    }

    private void prepareNow(String hash) {
        if (!isClosing) {
            published.prepare(hash);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        isClosing = true;
    }
}
