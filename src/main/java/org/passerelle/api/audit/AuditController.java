package org.passerelle.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.api.Fields;
import org.passerelle.api.Page;
import org.passerelle.booking.audit.AuditCsv;
import org.passerelle.booking.audit.AuditFilter;
import org.passerelle.booking.audit.AuditTrail;
import org.passerelle.booking.audit.AuditTrail.AuditPart;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The record of what was done to bookings, for those whom it concerns. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final String LIST = "audit";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AuditTrail trail;
    private final Accounts accounts;

    AuditController(AuditTrail trail, Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    /** Which part of which lines. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String booking,
            @Nullable String door,
            @Nullable String cursor) {

        AuditFilter filter(Accounts accounts) {
            Fields errors = new Fields();
            Optional<Instant> since = optional(errors, "from", from, WrittenTimes::instant, "time.instant");
            Optional<Instant> until = optional(errors, "to", to, WrittenTimes::instant, "time.instant");
            Optional<PersonId> who =
                    optional(errors, "actor", actor, text -> accounts.idOf(new EmailAddress(text)), "email.form");
            Optional<BookingId> which = optional(errors, "booking", booking, BookingId::new, "audit.booking");
            Optional<Door> way = optional(errors, "door", door, Asked::door, "audit.door");
            errors.requireNone();
            return new AuditFilter(since, until, who, which, way);
        }

        private static <T> Optional<T> optional(
                Fields errors, String field, @Nullable String value, Function<String, T> parse, String message) {
            return value == null ? Optional.empty() : errors.parsed(field, value, parse, message);
        }

        private static Door door(String text) {
            return Door.valueOf(text.toUpperCase(Locale.ROOT));
        }

        long before() {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(Page.keyIn(LIST, cursor));
        }
    }

    @Operation(summary = "Lists what was done to bookings, the newest first; as JSON, or as CSV.")
    @Metered
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<AuditView> list(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String booking,
            @RequestParam(required = false) @Nullable String door,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        AuditPart part = part(person, new Asked(from, to, actor, booking, door, cursor), limit);
        List<AuditView> lines = part.entries().stream()
                .map(entry -> AuditView.of(entry, accounts))
                .toList();
        return new Page<>(lines, next(part.next()));
    }

    /** The same as a table; where there is more, the header {@code Link} says where. */
    @Operation(summary = "Lists what was done to bookings, the newest first; as JSON, or as CSV.")
    @Metered
    @GetMapping(produces = "text/csv")
    ResponseEntity<String> export(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String booking,
            @RequestParam(required = false) @Nullable String door,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        AuditPart part = part(person, new Asked(from, to, actor, booking, door, cursor), limit);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(CSV);
        String cursorOfNext = next(part.next());
        if (cursorOfNext != null) {
            String next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", cursorOfNext)
                    .build()
                    .toUriString(); // not encoded again: the parameters are as they came
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(AuditCsv.of(part.entries(), accounts));
    }

    private AuditPart part(Person person, Asked asked, int limit) {
        Page.requireLimit(limit);
        return trail.read(person, asked.filter(accounts), asked.before(), limit);
    }

    private static @Nullable String next(OptionalLong position) {
        return position.isPresent() ? Page.cursorAt(LIST, Long.toString(position.getAsLong())) : null;
    }
}
