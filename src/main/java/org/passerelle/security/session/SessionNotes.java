package org.passerelle.security.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * What a page says of what was just done on the one before: for some minutes, in the memory of the node that did it. Another one that
 * is asked for the page shows it without.
 */
public final class SessionNotes extends AbstractFlashMapManager {

    private static final int MOST = 5_000;

    private final Function<HttpServletRequest, Optional<String>> session;
    private final Cache<String, List<FlashMap>> notes;

    /** @param session names the session of a request, without which nothing is kept */
    public SessionNotes(Function<HttpServletRequest, Optional<String>> session, Ticker ticker) {
        this.session = session;
        this.notes = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Duration.ofSeconds(getFlashMapTimeout()))
                .ticker(ticker)
                .build();
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return session.apply(request)
                .map(notes::getIfPresent)
                .<List<FlashMap>>map(ArrayList::new)
                .orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> some, HttpServletRequest request, HttpServletResponse response) {
        session.apply(request).ifPresent(id -> {
            if (some.isEmpty()) {
                notes.invalidate(id);
            } else {
                notes.put(id, List.copyOf(some));
            }
        });
    }

    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return notes;
    }
}
