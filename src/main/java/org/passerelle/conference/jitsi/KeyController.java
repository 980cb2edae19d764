package org.passerelle.conference.jitsi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import org.passerelle.platform.digest.Digests;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes our keys in both forms that Prosody fetches: one file a key ({@code asap_key_server}), and all in one ({@code cache_keys_url}). */
@RestController
@RequestMapping("/integrations/jitsi/keys")
class KeyController {

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final MediaType PEM = new MediaType("application", "x-pem-file");

    private final Jitsi jitsi;

    KeyController(Jitsi jitsi) {
        this.jitsi = jitsi;
    }

    /** @param digest SHA-256 of the name of the key, in hexadecimal */
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such key", content = @Content)
    @Operation(summary = "Gives one of the keys by which tokens for Jitsi are checked.")
    @GetMapping("/{digest}.pem")
    ResponseEntity<String> key(@PathVariable String digest) {
        return jitsi.keys().names().stream()
                .filter(name -> Digests.hex(name).equals(digest))
                .flatMap(name -> jitsi.keys().pem(name).stream())
                .findFirst()
                .map(pem -> ResponseEntity.ok()
                        .contentType(PEM)
                        .cacheControl(FIVE_MINUTES)
                        .body(pem))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ApiResponse(
            responseCode = "200",
            description = "A JSON Web Key Set (RFC 7517)",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @Operation(summary = "Gives all keys by which tokens for Jitsi are checked.")
    @GetMapping("/jwks.json")
    ResponseEntity<String> set() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(FIVE_MINUTES)
                .body(jitsi.keys().set().toString(true));
    }
}
