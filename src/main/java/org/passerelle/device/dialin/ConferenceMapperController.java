package org.passerelle.device.dialin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.platform.net.ClientAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The conference mapper of Jitsi's gateways (jitsi-meet, {@code resources/cloud-api.swagger}): which number stands for a
 * conference, and which conference a number that somebody typed. It is called by gateways and, to show people their number,
 * by browsers in the conference; what lets in is the name, which cannot be guessed, and the number, which cannot be tried out.
 */
@RestController
@RequestMapping("/integrations/jitsi/conference-mapper")
class ConferenceMapperController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{5,9}");

    private final ConferenceNumbers dialling;
    private final ConferenceAddresses addresses;
    private final WrongNumbers wrong;

    ConferenceMapperController(ConferenceNumbers dialling, ConferenceAddresses addresses, WrongNumbers wrong) {
        this.dialling = dialling;
        this.addresses = addresses;
        this.wrong = wrong;
    }

    /**
     * As Jitsi's own mapper answers.
     *
     * @param id a number, or false if there is none
     * @param conference an address, or false if there is none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MappingJson(
            String message,
            @Schema(oneOf = {Long.class, Boolean.class}) Object id,
            @Schema(oneOf = {String.class, Boolean.class}) Object conference) {

        static MappingJson of(String number, String conference) {
            return new MappingJson("Successfully retrieved conference mapping", Long.valueOf(number), conference);
        }

        static MappingJson none(Object id, Object conference) {
            return new MappingJson("No conference mapping was found", id, conference);
        }
    }

    /**
     * One of the two is asked for.
     *
     * @param conference an address such as {@code name@conference.meet.example.org}
     * @param id a number that was typed; it stands for a conference only while that lets people in
     */
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "Neither was asked for")
    @ApiResponse(responseCode = "429", description = "Too many numbers were tried")
    @Operation(
            summary = "Tells Jitsi's gateways which number stands for a conference, or which conference for a number.")
    @GetMapping
    ResponseEntity<MappingJson> map(
            @RequestParam(required = false) @Nullable String conference,
            @RequestParam(required = false) @Nullable String id,
            HttpServletRequest request) {
        if (conference == null && id == null) {
            return answer(HttpStatus.BAD_REQUEST, MappingJson.none(false, false));
        }
        String asker = ClientAddress.of(request.getRemoteAddr()).subscriber();
        if (wrong.areTooMany(asker)) {
            return answer(HttpStatus.TOO_MANY_REQUESTS, MappingJson.none(false, false));
        }
        Optional<MappingJson> found = conference == null ? byNumber(String.valueOf(id)) : byName(conference);
        if (found.isEmpty()) {
            wrong.add(asker);
        }
        return answer(HttpStatus.OK, found.orElseGet(() -> MappingJson.none(false, false)));
    }

    private Optional<MappingJson> byName(String address) {
        return dialling.named(ConferenceAddresses.name(address))
                .map(meeting -> MappingJson.of(dialling.number(meeting), address));
    }

    private Optional<MappingJson> byNumber(String typed) {
        String number = typed.replaceAll("[\\s#*-]", "");
        return NUMBER.matcher(number).matches()
                ? dialling.open(number).map(VideoMeeting::name).map(name -> MappingJson.of(number, addresses.of(name)))
                : Optional.empty();
    }

    /** Browsers of another origin may read it, for whoever asks knows the secret already. */
    private static ResponseEntity<MappingJson> answer(HttpStatus status, MappingJson body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("Access-Control-Allow-Origin", "*")
                .body(body);
    }
}
