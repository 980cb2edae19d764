package org.passerelle.api.closure;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.Metered;
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

/** Closures, for the managers of their sites and the network's administrator. */
@RestController
@RequestMapping("/api/v1/closures")
class ClosuresController {

    /** Of what each closure of a list hits; the closure itself shows more. */
    private static final int MOST_IN_A_LIST = 100;

    private final ClosingRooms closing;
    private final Directories directories;
    private final Clock clock;

    ClosuresController(ClosingRooms closing, Directories directories, Clock clock) {
        this.closing = closing;
        this.directories = directories;
        this.clock = clock;
    }

    /** The rule is in force once this answers; the bookings that it hits may still be being dealt with. */
    @Operation(
            summary = "Shuts a site or some of its rooms for a while, and deals with the bookings there.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = "With true nothing is shut, and the answer, 200, holds only affected",
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Metered
    @PostMapping
    ResponseEntity<ClosureView> close(@CurrentPerson Person person, @RequestBody ClosureFields request) {
        ClosurePlan plan = plan(person, request);
        SiteClosure made = closing.close(person, plan)
                .orElseThrow(() -> new InvalidRequest(request.site() == null ? "rooms" : "site", "closure.too-many"));
        return ResponseEntity.created(URI.create("/api/v1/closures/" + made.id()))
                .body(view(made));
    }

    @Hidden
    @Metered
    @PostMapping(params = "dryRun=true")
    AffectedDates tryOut(@CurrentPerson Person person, @RequestBody ClosureFields request) {
        return AffectedDates.tried(closing.affected(plan(person, request)));
    }

    private ClosurePlan plan(Person person, ClosureFields request) {
        requireManager(person);
        ClosurePlan plan = request.plan(directories.current(), clock.instant());
        if (!ClosingRooms.mayShut(person, plan.site())) {
            throw new Forbidden("closing " + plan.site());
        }
        return plan;
    }

    @Operation(summary = "Lists the closures of the sites that you manage.")
    @GetMapping
    Page<ClosureView> list(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireManager(person);
        List<SiteClosure> mine = closing.of(person).stream()
                .filter(closure -> site == null || closure.plan().site().value().equals(site))
                .sorted(Comparator.comparing(ClosuresController::key))
                .toList();
        return Page.of("closures", mine, ClosuresController::key, limit, cursor)
                .map(closure -> view(closure, MOST_IN_A_LIST));
    }

    @Operation(summary = "Shows a closure and what became of each booking that it hit.")
    @GetMapping("/{id}")
    ClosureView get(@CurrentPerson Person person, @PathVariable String id) {
        return view(managed(person, id));
    }

    @Operation(summary = "Lists what a closure has hit and what became of each, by time; all of it, page by page.")
    @GetMapping("/{id}/affected")
    Page<AffectedView> affected(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        SiteClosure closure = managed(person, id);
        List<AffectedView> all = closing.affected(closure).stream()
                .flatMap(AffectedView::of)
                .sorted(Comparator.comparing(ClosuresController::key))
                .toList();
        return Page.of("affected" + id, all, ClosuresController::key, limit, cursor);
    }

    /** What becomes of the bookings on days that the directory has come to close. */
    @Schema(name = "ClosureDecision")
    record Deciding(
            @Schema(implementation = OnBookings.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String onBookings) {

        OnBookings read() {
            Fields errors = new Fields();
            Optional<OnBookings> then =
                    errors.parsed("onBookings", onBookings, OnBookings::valueOf, "closure.on-bookings");
            errors.requireNone();
            return then.orElseThrow();
        }
    }

    /** Once; after that the closure is as any other, and what it called off can be brought back for an hour. */
    @Operation(summary = "Says what becomes of the bookings on days that the directory has come to close.")
    @Metered
    @PostMapping("/{id}/treat")
    ClosureView treat(@CurrentPerson Person person, @PathVariable String id, @RequestBody Deciding deciding) {
        OnBookings wish = deciding.read();
        return view(closing.decide(person, managed(person, id), wish)
                .orElseThrow(() -> new InvalidRequest("onBookings", "closure.decided")));
    }

    /** Within the hour what it called off is brought back; the closure tells what could not be. */
    @Operation(summary = "Opens again what a closure shuts; within the hour this brings back what it called off.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@CurrentPerson Person person, @PathVariable String id) {
        closing.end(managed(person, id).id());
    }

    private ClosureView view(SiteClosure closure) {
        return view(closure, AffectedDates.MOST);
    }

    private ClosureView view(SiteClosure closure, int most) {
        return ClosureView.of(closure, closing.affected(closure), most);
    }

    private static String key(AffectedView affected) {
        return affected.from() + " " + affected.booking() + " " + affected.recurrenceId() + " " + affected.room()
                + (affected.requested() == null ? "" : " requested");
    }

    private static String key(SiteClosure closure) {
        return closure.plan().from() + " " + closure.id();
    }

    /** Somebody else's is as unknown as none. */
    private SiteClosure managed(Person person, String id) {
        requireManager(person);
        return closing.find(person, id).orElseThrow(() -> new NotFound("closure " + id));
    }

    private static void requireManager(Person person) {
        if (person.role() != Role.SITE_MANAGER && !person.administersTheNetwork()) {
            throw new Forbidden("closures");
        }
    }
}
