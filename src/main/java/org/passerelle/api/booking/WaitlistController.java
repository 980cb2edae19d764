package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.BookingNotMade;
import org.passerelle.api.Fields;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.OrderText;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.passerelle.waitlist.Waitlist;
import org.passerelle.waitlist.WaitlistEntry;
import org.passerelle.waitlist.WaitlistJoin;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own places in the line for rooms that are taken; those of others do not exist. */
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistController {

    private final Waitlist waitlist;
    private final RequestClocks clocks;
    private final OrderTexts texts;
    private final Clock clock;

    WaitlistController(Waitlist waitlist, RequestClocks clocks, OrderTexts texts, Clock clock) {
        this.waitlist = waitlist;
        this.clocks = clocks;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(summary = "Queues for rooms that are taken.")
    @Refuses(ProblemType.REFUSED)
    @Metered(fewAtOnce = false)
    @PostMapping
    ResponseEntity<WaitView> join(
            @CurrentPerson Person person,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey,
            @RequestBody WaitFields fields) {
        BookingsController.requireZone(fields.order());
        OrderText text = texts.provided(OrderTexts.of(fields.order()), person.organisation(), List.of());
        BookingOrder order = new Fields().accepted(OrderReader.order(text, clocks.of(text.rooms())));
        Optional<Instant> until = until(fields);
        WaitlistJoin result = waitlist.join(person, order, until, IdempotencyKey.of(idempotencyKey));
        if (result instanceof WaitlistJoin.Refused refused) {
            throw BookingNotMade.because(refused.reasons());
        }
        if (result instanceof WaitlistJoin.JoinedBefore before) {
            return ResponseEntity.ok(view(before.entry()));
        }
        WaitlistEntry entry = ((WaitlistJoin.Joined) result).entry();
        return ResponseEntity.created(URI.create("/api/v1/waitlist/" + entry.id()))
                .body(view(entry));
    }

    private Optional<Instant> until(WaitFields fields) {
        if (fields.until() == null) {
            return Optional.empty();
        }
        Fields errors = new Fields();
        Optional<Instant> until = errors.parsed("until", fields.until(), WrittenTimes::instant, "time.instant");
        until.filter(last -> !last.isAfter(clock.instant()))
                .ifPresent(last -> errors.refuse("until", "expires-at.past"));
        errors.requireNone();
        return until;
    }

    @Operation(summary = "Lists your places on waiting lists.")
    @GetMapping
    Page<WaitView> mine(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<WaitlistEntry> all = waitlist.of(person);
        return Page.of("waitlist", all, WaitlistController::key, limit, cursor).map(this::view);
    }

    /** Sorts as they came. */
    private static String key(WaitlistEntry entry) {
        return "%019d-%s".formatted(entry.created().toEpochMilli(), entry.id());
    }

    @Operation(summary = "Shows one of your places on waiting lists.")
    @GetMapping("/{id}")
    WaitView one(@CurrentPerson Person person, @PathVariable String id) {
        return waitlist.find(person, id).map(this::view).orElseThrow(() -> new NotFound("waitlist " + id));
    }

    @Operation(summary = "Gives up a place on a waiting list.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@CurrentPerson Person person, @PathVariable String id) {
        if (!waitlist.leave(person, id)) {
            throw new NotFound("waitlist " + id);
        }
    }

    private WaitView view(WaitlistEntry entry) {
        return WaitView.of(
                entry, waitlist.position(entry), clocks.at(entry.order().rooms()));
    }
}
