package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.session.AccessToken;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.account.session.SignedIn;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
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

/** One's own access tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

    private static final int LONGEST_NAME = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final AccessTokens tokens;
    private final Clock clock;

    TokensController(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Operation(summary = "Makes an access token, which is shown this once.")
    @PostMapping
    ResponseEntity<NewToken> create(@CurrentPerson SignedIn person, @RequestBody TokenRequest request) {
        Fields fields = new Fields();
        String name = fields.line("name", request.name(), LONGEST_NAME);
        Optional<Instant> expiresAt = Optional.ofNullable(request.expiresAt());
        if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            fields.refuse("expiresAt", "expires-at.past");
        }
        if (expiresAt.filter(end -> end.isAfter(LATEST)).isPresent()) {
            fields.refuse("expiresAt", "field.invalid");
        }
        fields.requireNone();
        AccessToken.Issue issue = tokens.issue(person, name, expiresAt);
        if (issue instanceof AccessToken.Refused refused) {
            throw new InvalidRequest("", refused == AccessToken.Refused.TOO_DEEP ? "token.too-deep" : "token.too-many");
        }
        AccessToken.Issued issued = (AccessToken.Issued) issue;
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + issued.id()))
                .body(new NewToken(issued.id(), issued.secret()));
    }

    @Operation(summary = "Lists your access tokens, without their secrets.")
    @GetMapping
    Page<TokenJson> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<TokenJson> all = tokens.of(person.id()).stream()
                .sorted(Comparator.comparing(AccessToken::id))
                .map(TokenJson::of)
                .toList();
        return Page.of("tokens", all, TokenJson::id, limit, cursor);
    }

    @Operation(summary = "Revokes one of your access tokens.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@CurrentPerson Person person, @PathVariable String id) {
        if (!tokens.revoke(person.id(), id)) {
            throw new NotFound("token " + id);
        }
    }

    /** Ends all of them, the one by which this is asked included. */
    @Operation(summary = "Revokes all your access tokens, the one that you call with included.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeAll(@CurrentPerson Person person) {
        tokens.revokeAll(person.id());
    }

    /** @param expiresAt null for a token that works until it is revoked */
    record TokenRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable Instant expiresAt) {}

    /** @param token shown this once */
    record NewToken(String id, String token) {}

    /** A token as listed. */
    record TokenJson(
            String id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        static TokenJson of(AccessToken token) {
            return new TokenJson(
                    token.id(),
                    token.name(),
                    token.createdAt(),
                    token.expiresAt().orElse(null),
                    token.lastUsedAt().orElse(null));
        }
    }
}
