package org.passerelle.conference.jitsi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.jitsi.Reservations.Decision;
import org.passerelle.platform.digest.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Prosody asks before a conference starts, by Jitsi's module {@code reservations}; docs/how-to/connect-jitsi.md has its rules. */
@RestController
@RequestMapping("/integrations/jitsi/reservations/conference")
@ApiResponse(
        responseCode = "401",
        description = "The key is wrong",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Reservation.Refused.class)))
class ReservationController {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationController.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Given back where nobody said whom it is for. */
    private static final String NOBODY = "passerelle";

    private final Reservations reservations;
    private final ReservationTexts texts;
    private final JitsiProperties settings;
    private final JitsiSecrets secrets;

    ReservationController(
            Reservations reservations, ReservationTexts texts, JitsiProperties settings, JitsiSecrets secrets) {
        this.reservations = reservations;
        this.texts = texts;
        this.settings = settings;
        this.secrets = secrets;
    }

    @ApiResponse(
            responseCode = "200",
            description = "It may, for so long",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Reservation.class)))
    @ApiResponse(
            responseCode = "403",
            description = "It may not",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Reservation.Refused.class)))
    @Operation(summary = "Tells Prosody whether a conference may start.")
    @PostMapping
    ResponseEntity<Object> start(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "mail_owner", defaultValue = NOBODY) String mailOwner) {
        if (!isProsody(key)) {
            return stranger(language);
        }
        Decision decision = reservations.decide(name);
        if (decision instanceof Decision.Granted granted) {
            LOG.info(
                    "A conference of booking {} may start",
                    granted.meeting().id().booking());
            return ResponseEntity.ok(reservation(granted, name, mailOwner));
        }
        Decision.Refused refused = (Decision.Refused) decision;
        LOG.info("A conference may not start: {}", refused.why());
        return refused(HttpStatus.FORBIDDEN, texts.of(refused, language));
    }

    @ApiResponse(
            responseCode = "200",
            description = "There is one",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Reservation.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is none",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Reservation.Refused.class)))
    @Operation(summary = "Tells Prosody about a conference that is going on.")
    @GetMapping("/{id}")
    ResponseEntity<Object> find(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            @PathVariable String id) {
        if (!isProsody(key)) {
            return stranger(language);
        }
        Decision decision = reservations.decide(settings.roomNode(id));
        if (decision instanceof Decision.Granted granted) {
            return ResponseEntity.ok(
                    reservation(granted, settings.roomNode(granted.meeting().name()), NOBODY));
        }
        return refused(HttpStatus.NOT_FOUND, texts.of((Decision.Refused) decision, language));
    }

    /** That everybody has left. They may come back, so nothing follows from it, and least of all for the booking. */
    @ApiResponse(responseCode = "200", description = "Noted", content = @Content)
    @Operation(summary = "Takes note that everybody has left a conference.")
    @DeleteMapping("/{id}")
    ResponseEntity<Object> closed(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            @PathVariable String id) {
        if (!isProsody(key)) {
            return stranger(language);
        }
        if (reservations.decide(settings.roomNode(id)) instanceof Decision.Granted granted) {
            LOG.info(
                    "Everybody has left a conference of booking {}",
                    granted.meeting().id().booking());
        }
        return ResponseEntity.ok().build();
    }

    /** The start is the same whenever it is asked, and the duration counts from it, so each answer names the same end. */
    private Reservation reservation(Decision.Granted granted, String name, String mailOwner) {
        VideoMeeting meeting = granted.meeting();
        Instant start = meeting.open().start();
        return new Reservation(
                meeting.name(),
                name,
                mailOwner.isEmpty() ? NOBODY : mailOwner,
                TIME.format(start),
                Duration.between(start, granted.end()).toSeconds(),
                settings.extraPeople() < 0 ? null : granted.people() + settings.extraPeople());
    }

    /** Without a key nobody is. The comparison takes as long however much of it is right. */
    private boolean isProsody(@Nullable String authorization) {
        String expected = "Bearer " + secrets.reservationKey();
        return !secrets.reservationKey().isBlank()
                && authorization != null
                && Digests.same(
                        expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<Object> stranger(@Nullable String language) {
        return refused(HttpStatus.UNAUTHORIZED, texts.stranger(language));
    }

    private static ResponseEntity<Object> refused(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(new Reservation.Refused(message));
    }
}
