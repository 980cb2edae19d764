package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.ErasingPeople;
import org.passerelle.privacy.ErasingPeople.ErasurePreview;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People whom the network's administrator has erased, and those who erased themselves. */
@RestController
@RequestMapping("/api/v1/admin/erasures")
class ErasuresController {

    private final ErasingPeople erasing;
    private final AheadChoices choices;

    ErasuresController(ErasingPeople erasing, AheadChoices choices) {
        this.erasing = erasing;
        this.choices = choices;
    }

    @Operation(
            summary = "Erases somebody from all that is kept, with an account or without, which cannot be undone.",
            parameters =
                    @Parameter(
                            name = "dryRun",
                            in = ParameterIn.QUERY,
                            description = "With true nothing is erased, and the answer tells what is held",
                            schema = @Schema(type = "boolean", defaultValue = "false")))
    @Refuses(ProblemType.HAS_BOOKINGS)
    @Metered
    @PostMapping
    ResponseEntity<ErasureView> erase(@CurrentPerson Person person, @RequestBody ErasureFields request) {
        ErasureView begun = request.account() == null ? eraseAt(person, request) : eraseEnded(person, request);
        return ResponseEntity.created(URI.create("/api/v1/admin/erasures/" + begun.id()))
                .body(begun);
    }

    private ErasureView eraseAt(Person person, ErasureFields request) {
        EmailAddress address = address(request);
        return ErasureView.of(erasing.erase(
                person, address, choices.read(address, request.bookings(), request.to(), anybody -> true)));
    }

    private ErasureView eraseEnded(Person person, ErasureFields request) {
        Fields fields = new Fields();
        Optional<AccountId> id = fields.parsed("account", request.account(), AccountId::new, "account.id");
        fields.requireNone();
        return id.flatMap(account -> erasing.erase(person, account))
                .map(ErasureView::of)
                .orElseThrow(() -> new NotFound("ended account " + request.account()));
    }

    @Hidden
    @Metered
    @PostMapping(params = "dryRun=true")
    HeldView tryOut(@RequestBody ErasureFields request) {
        return HeldView.of(erasing.preview(address(request)));
    }

    private static EmailAddress address(ErasureFields request) {
        Fields fields = new Fields();
        Optional<EmailAddress> address = fields.parsed("email", request.email(), EmailAddress::new, "email.form");
        fields.requireNone();
        return address.orElseThrow();
    }

    @Operation(summary = "Lists erasures, the oldest first.")
    @GetMapping
    Page<ErasureView> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        List<ErasureView> all = erasing.all().stream()
                .map(ErasureView::of)
                .sorted(Comparator.comparing(ErasuresController::key))
                .toList();
        return Page.of("erasures", all, ErasuresController::key, limit, cursor);
    }

    private static String key(ErasureView erasure) {
        return erasure.at().toEpochMilli() + " " + erasure.id();
    }

    @Operation(summary = "Tells how far an erasure has come.")
    @GetMapping("/{id}")
    ErasureView get(@PathVariable String id) {
        return erasing.find(id).map(ErasureView::of).orElseThrow(() -> new NotFound("erasure " + id));
    }

    /**
     * Who is erased.
     *
     * @param email by which they are known, or were last
     * @param account instead of that, the id of an account that has ended
     * @param bookings what becomes of the bookings ahead; needed if there are any
     * @param to who gets them when they are handed over
     */
    record ErasureFields(
            @Nullable String email,
            @Nullable String account,

            @Schema(allowableValues = {"CANCEL", "HAND_OVER"}) @Nullable
            String bookings,

            @Nullable String to) {}

    /** How much is held of somebody; not what, which is for them alone. */
    record HeldView(List<PlaceView> held, int bookingsAhead) {

        static HeldView of(ErasurePreview preview) {
            return new HeldView(preview.held().stream().map(PlaceView::of).toList(), preview.bookingsAhead());
        }
    }

    /**
     * One place.
     *
     * @param theirs what is theirs
     * @param mentions how many documents of others name them
     * @param unread how many documents could not be read, so that they may name them too
     * @param stays whether it stays when they are erased
     */
    record PlaceView(String place, int theirs, long mentions, long unread, boolean stays) {

        static PlaceView of(HeldData held) {
            return new PlaceView(held.place(), held.theirs().size(), held.mentions(), held.unread(), held.isLeft());
        }
    }
}
