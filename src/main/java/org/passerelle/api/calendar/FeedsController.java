package org.passerelle.api.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.calendar.feed.Feed;
import org.passerelle.calendar.feed.FeedAddresses;
import org.passerelle.calendar.feed.FeedResult;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.Feeds;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

    private static final String UNKNOWN = "feed.unknown";

    private final Feeds feeds;
    private final FeedAddresses addresses;

    FeedsController(Feeds feeds, FeedAddresses addresses) {
        this.feeds = feeds;
        this.addresses = addresses;
    }

    @Operation(summary = "Makes a feed for calendar programs; its address is shown this once.")
    @PostMapping
    ResponseEntity<NewFeed> create(@CurrentPerson Person person, @RequestBody FeedRequest request, Locale locale) {
        Fields fields = new Fields();
        if (request.scope() == null) {
            fields.refuse("scope", "field.missing");
        }
        Optional<FeedSubject> subject = Optional.ofNullable(request.scope())
                .flatMap(scope -> fields.parsed("of", request.of(), of -> feeds.subject(scope, of), UNKNOWN));
        if (request.detail() == null) {
            fields.refuse("detail", "field.missing");
        }
        fields.requireNone();
        FeedDetail detail = Optional.ofNullable(request.detail()).orElseThrow();
        FeedResult result = feeds.make(person, subject.orElseThrow(), detail, locale);
        if (result instanceof FeedResult.Issued issued) {
            return ResponseEntity.created(URI.create("/api/v1/feeds/" + issued.id()))
                    .body(address(issued));
        }
        throw switch (((FeedResult.Refused) result).why()) {
            case NOT_YOURS -> new Forbidden("feed of " + request.scope());
            case UNKNOWN -> new InvalidRequest("of", UNKNOWN);
            case TOO_MANY -> new InvalidRequest("", "feed.too-many");
            case TELLS_NOTHING -> new InvalidRequest("detail", "feed.tells-nothing");
        };
    }

    /** Gives a feed another address; the old one is unknown from then on. */
    @Operation(summary = "Gives a feed another address; the old one ends.")
    @PostMapping("/{id}/rotate")
    NewFeed rotate(@CurrentPerson Person person, @PathVariable String id) {
        return feeds.rotate(person.id(), id).map(this::address).orElseThrow(() -> new NotFound("feed " + id));
    }

    private NewFeed address(FeedResult.Issued issued) {
        return new NewFeed(issued.id(), addresses.of(issued).toString());
    }

    @Operation(summary = "Lists your feeds, without their addresses.")
    @GetMapping
    Page<FeedJson> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<FeedJson> all = feeds.of(person.id()).stream()
                .map(feed -> FeedJson.of(feed, feeds.called(feed)))
                .sorted(Comparator.comparing(FeedJson::id))
                .toList();
        return Page.of("feeds", all, FeedJson::id, limit, cursor);
    }

    @Operation(summary = "Ends a feed.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@CurrentPerson Person person, @PathVariable String id) {
        if (!feeds.revoke(person.id(), id)) {
            throw new NotFound("feed " + id);
        }
    }

    /** @param of the id of a room, site, operator or organisation, or a person's address */
    record FeedRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            FeedScope scope,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String of,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            FeedDetail detail) {}

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

        static FeedJson of(Feed feed, String called) {
            return new FeedJson(
                    feed.id(),
                    feed.scope(),
                    called,
                    feed.detail(),
                    feed.createdAt(),
                    feed.lastFetchedAt().orElse(null),
                    feed.fetches());
        }
    }
}
