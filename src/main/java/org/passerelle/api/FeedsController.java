package org.passerelle.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.calendar.Feed;
import org.passerelle.calendar.FeedDetail;
import org.passerelle.calendar.FeedScope;
import org.passerelle.calendar.Feeds;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.PublicUrl;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own feeds: calendars under secret addresses that calendar programs subscribe to. */
@RestController
@RequestMapping("/api/v1/feeds")
class FeedsController {

    private final Feeds feeds;
    private final Directories directories;
    private final PublicUrl publicUrl;

    FeedsController(Feeds feeds, Directories directories, PublicUrl publicUrl) {
        this.feeds = feeds;
        this.directories = directories;
        this.publicUrl = publicUrl;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewFeed create(@CurrentPerson Person person, @RequestBody FeedRequest request, Locale locale) {
        Fields fields = new Fields();
        if (request.scope() == null) {
            fields.refuse("scope", "field.missing");
        } else if (request.scope() != FeedScope.ROOM) {
            fields.refuse("scope", "feed.scope");
        }
        Optional<RoomId> room = fields.parsed("of", request.of(), RoomId::new, "feed.room");
        if (room.isPresent() && directories.current().room(room.get()).isEmpty()) {
            fields.refuse("of", "feed.room");
        }
        if (request.detail() == null) {
            fields.refuse("detail", "field.missing");
        }
        fields.requireNone();
        FeedDetail detail = Optional.ofNullable(request.detail()).orElseThrow();
        Feed.Issued issued = feeds.ofRoom(person.id(), room.orElseThrow(), detail, locale)
                .orElseThrow(() -> new InvalidRequest("", "feed.too-many"));
        return new NewFeed(
                issued.id(), publicUrl.link("/feeds/" + issued.token() + ".ics").toString());
    }

    @GetMapping
    Page<FeedJson> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<FeedJson> all = feeds.of(person.id()).stream()
                .map(FeedJson::of)
                .sorted(Comparator.comparing(FeedJson::id))
                .toList();
        return Page.of(all, FeedJson::id, limit, cursor);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@CurrentPerson Person person, @PathVariable String id) {
        if (!feeds.revoke(person.id(), id)) {
            throw new NotFound("feed " + id);
        }
    }

    /** @param of the id of the room */
    record FeedRequest(
            @Nullable FeedScope scope,
            @Nullable String of,
            @Nullable FeedDetail detail) {}

    /** @param url shown this once */
    record NewFeed(String id, String url) {}

    /** A feed as listed, without its address. */
    record FeedJson(
            String id,
            FeedScope scope,
            String of,
            FeedDetail detail,
            Instant createdAt,
            @Nullable Instant lastFetchedAt,
            long fetches) {

        static FeedJson of(Feed feed) {
            return new FeedJson(
                    feed.id(),
                    feed.scope(),
                    feed.of(),
                    feed.detail(),
                    feed.createdAt(),
                    feed.lastFetchedAt().orElse(null),
                    feed.fetches());
        }
    }
}
