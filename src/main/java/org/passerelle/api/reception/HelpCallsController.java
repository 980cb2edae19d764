package org.passerelle.api.reception;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.SiteId;
import org.passerelle.reception.call.HelpCall;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.reception.call.HelpKind;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calls for help from the panels of a site, for whoever runs it. */
@RestController
class HelpCallsController {

    private final HelpCalls calls;
    private final Directories directories;

    HelpCallsController(HelpCalls calls, Directories directories) {
        this.calls = calls;
        this.directories = directories;
    }

    /** @param answered when somebody said that they come; null while the call is open */
    @Schema(name = "HelpCall")
    record HelpCallView(
            String id,
            String room,
            HelpKind kind,
            Instant at,
            @Nullable Instant answered) {

        static HelpCallView of(HelpCall call) {
            return new HelpCallView(
                    call.id(),
                    call.room().value(),
                    call.kind(),
                    call.at(),
                    call.answered().orElse(null));
        }
    }

    @Operation(
            summary =
                    "Lists the calls for help from the panels of a site that are open or of the last twelve hours, the last first.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/api/v1/sites/{id}/help-calls")
    Page<HelpCallView> list(@CurrentPerson Person person, @PathVariable String id) {
        return new Page<>(
                calls.at(person, site(person, id)).stream()
                        .map(HelpCallView::of)
                        .toList(),
                null);
    }

    @Operation(summary = "Answers a call for help, which its panel then shows; again, it changes nothing.")
    @Refuses(ProblemType.NOT_FOUND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/v1/sites/{id}/help-calls/{call}/answer")
    void answer(@CurrentPerson Person person, @PathVariable String id, @PathVariable String call) {
        SiteId site = site(person, id);
        boolean isThere =
                calls.at(person, site).stream().anyMatch(each -> each.id().equals(call));
        if (!isThere || !calls.answer(person, call)) {
            throw new NotFound("call " + call);
        }
    }

    private SiteId site(Person person, String id) {
        SiteId site = Fields.quietly(id, SiteId::new)
                .filter(named -> directories.current().site(named).isPresent())
                .orElseThrow(() -> new NotFound("site " + id));
        if (!person.runs(site)) {
            throw new Forbidden("the calls of " + id);
        }
        return site;
    }
}
