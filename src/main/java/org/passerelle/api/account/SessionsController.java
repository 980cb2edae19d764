package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.session.BrowserSession;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.api.Page;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers in which one is signed in. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsController {

    private final BrowserSessions sessions;

    SessionsController(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Operation(summary = "Lists the browsers in which you are signed in.")
    @GetMapping
    Page<SessionJson> list(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<SessionJson> all = sessions.of(person.id()).stream()
                .sorted(Comparator.comparing(BrowserSession::id))
                .map(SessionJson::of)
                .toList();
        return Page.of("sessions", all, SessionJson::id, limit, cursor);
    }

    @Operation(summary = "Signs you out of one browser, also if that is so already.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@CurrentPerson Person person, @PathVariable String id) {
        sessions.end(person.id(), id);
    }

    /**
     * A session as listed.
     *
     * @param browser what the browser says it is, cut; anybody can make theirs say anything
     * @param lastSeenAt exact to a minute
     */
    record SessionJson(String id, String browser, Instant begunAt, Instant lastSeenAt) {

        static SessionJson of(BrowserSession session) {
            return new SessionJson(session.id(), session.browser(), session.begun(), session.lastSeen());
        }
    }
}
