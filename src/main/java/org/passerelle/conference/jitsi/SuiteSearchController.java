package org.passerelle.conference.jitsi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The directory behind Jitsi's own dialog "invite" ({@code peopleSearchUrl}): a host finds the suites that are booked for the
 * conference and can be called by SIP through a gateway. Others are not told, lest a suite ring in the middle of somebody
 * else's meeting.
 */
@RestController
@RequestMapping("/integrations/jitsi/people")
class SuiteSearchController {

    /** What Jitsi calls a device that its video gateway can call. */
    private static final String GATEWAY = "videosipgw";

    private static final String BEARER = "Bearer ";

    private final Jitsi jitsi;
    private final VideoMeetings meetings;
    private final Directories directories;
    private final Clock clock;

    SuiteSearchController(Jitsi jitsi, VideoMeetings meetings, Directories directories, Clock clock) {
        this.jitsi = jitsi;
        this.meetings = meetings;
        this.directories = directories;
        this.clock = clock;
    }

    /** As Jitsi reads it; {@code id} is a SIP address. */
    record FoundView(
            String id,
            String name,
            @Schema(allowableValues = GATEWAY) String type) {}

    /**
     * @param query part of the name of a room or a site, whatever its accents
     * @param authorization {@code Bearer} and the token with which whoever asks is in the conference. In the address, where Jitsi
     *     put it before May 2024 (jitsi-meet, pull request 14777), it is not read: addresses are logged
     */
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "401", description = "Nobody who is in a conference; an empty list")
    @Operation(summary = "Finds for Jitsi's dialog \"invite\" the suites that are booked for the conference.")
    @GetMapping
    ResponseEntity<List<FoundView>> search(
            @RequestParam(defaultValue = "") String query,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        return bearer(authorization)
                .map(bearer -> answer(HttpStatus.OK, bearer.isHost() ? found(bearer.conference(), query) : List.of()))
                .orElseGet(() -> answer(HttpStatus.UNAUTHORIZED, List.of()));
    }

    /** A token outlives its conference, in case that lasts longer; once nobody is let in any more it is good for nothing here. */
    private Optional<JitsiTokens.Bearer> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? jitsi.tokens()
                        .read(authorization.substring(BEARER.length()).strip())
                        .filter(bearer -> open(bearer.conference()).isPresent())
                : Optional.empty();
    }

    private Optional<VideoMeeting> open(String conference) {
        Instant now = clock.instant();
        return meetings.named(conference).filter(meeting -> meeting.isOpen(now));
    }

    private List<FoundView> found(String conference, String query) {
        Directory directory = directories.current();
        return open(conference).stream()
                .flatMap(meeting -> meeting.rooms().stream())
                .flatMap(room -> directory.room(room).stream())
                .flatMap(room -> device(room, directory))
                .filter(device -> plain(device.name()).contains(plain(query)))
                .toList();
    }

    private static Stream<FoundView> device(Room room, Directory directory) {
        String name = room.name() + " (" + directory.siteOf(room).name() + ")";
        return room.profile().endpoint().addresses().sip().stream()
                .map(address -> new FoundView(address.toString(), name, GATEWAY));
    }

    /** In lower case, without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<List<FoundView>> answer(HttpStatus status, List<FoundView> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
