package org.passerelle.caldav.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.platform.PublicUrl;
import org.passerelle.platform.cache.NamedCaches;
import org.passerelle.platform.digest.Digests;
import org.springframework.stereotype.Component;

/**
 * Names the states of calendars, and remembers those that programs were told of, so that the next answer is what has changed since
 * (RFC 6578). A name sums up what the state consists of: the same state has the same name on every node and after every start,
 * so only a state that is no more and was forgotten makes a program look through its calendar anew.
 */
@Component
public class SyncStates {

    private static final long MOST_BYTES = 32L << 20;
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int BYTES_AN_OBJECT = 140;

    /** Which objects there were: their names, and their ETags. */
    public record SyncState(String name, Map<String, String> etags) {}

    private final Cache<String, SyncState> told;
    private final PublicUrl url;

    SyncStates(NamedCaches named, PublicUrl url) {
        this.url = url;
        this.told = named.make(
                "caldav-states",
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES)
                        .expireAfterAccess(KEPT)
                        .weigher((String name, SyncState state) ->
                                200 + BYTES_AN_OBJECT * state.etags().size()));
    }

    public SyncState of(DavPath collection, Collection<CalendarObject> objects) {
        Map<String, String> etags = new LinkedHashMap<>();
        objects.forEach(object -> etags.put(object.name(), object.etag()));
        return of(collection, etags);
    }

    /** @param etags by name, in the order of the names */
    public SyncState of(DavPath collection, Map<String, String> etags) {
        MessageDigest sum = Digests.sha256();
        sum.update(collection.href().getBytes(StandardCharsets.UTF_8));
        etags.forEach((name, etag) -> sum.update((name + "\n" + etag + "\n").getBytes(StandardCharsets.UTF_8)));
        return new SyncState(Base64.getUrlEncoder().withoutPadding().encodeToString(sum.digest()), etags);
    }

    /** The token of {@code state}, which is remembered from now on. A URI, as RFC 6578 section 4 wants it. */
    public String token(SyncState state) {
        told.put(state.name(), state);
        return prefix() + state.name();
    }

    /** The state that a program was given {@code token} for; empty if it is not known any more. */
    public Optional<SyncState> find(String token) {
        return token.startsWith(prefix())
                ? Optional.ofNullable(told.getIfPresent(token.substring(prefix().length())))
                : Optional.empty();
    }

    public boolean isOf(String token, SyncState state) {
        return token.equals(prefix() + state.name());
    }

    private String prefix() {
        return url.link("/ns/sync/").toString();
    }
}
