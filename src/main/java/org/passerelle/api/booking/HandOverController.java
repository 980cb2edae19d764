package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.HandingOver;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a booking another organiser. */
@RestController
class HandOverController {

    private final HandingOver handingOver;
    private final Accounts accounts;
    private final BookingRequests requests;
    private final BookingAnswers answers;

    HandOverController(HandingOver handingOver, Accounts accounts, BookingRequests requests, BookingAnswers answers) {
        this.handingOver = handingOver;
        this.accounts = accounts;
        this.requests = requests;
        this.answers = answers;
    }

    /** @param to the e-mail address of somebody of the organisation for which it was made */
    @Schema(name = "HandOver")
    record HandOverFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email") @Nullable
            String to) {}

    @Operation(summary = "Hands a booking over to a colleague, who is its organiser from then on.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/api/v1/bookings/{id}/hand-over")
    ResponseEntity<BookingView> handOver(
            @CurrentPerson Person person, @PathVariable String id, @RequestBody HandOverFields fields) {
        Fields errors = new Fields();
        Optional<EmailAddress> address = errors.parsed("to", fields.to(), EmailAddress::new, "email.form");
        errors.requireNone();
        BookingId name = BookingAnswers.id(id);
        BookingAccess access = requests.access(person, name);
        if (!access.mayHandOver()) {
            throw new NotYourBooking(name, person.id());
        }
        // Somebody of another organisation is answered like somebody without an account: nobody learns who has one.
        Person to = address.flatMap(accounts::person)
                .filter(colleague ->
                        HandingOver.mayTake(colleague, access.booking().owner()))
                .orElseThrow(() -> new InvalidRequest("to", "hand-over.colleague"));
        return answers.changed(handingOver.handOver(person, name, to), person, false, Attempt.UNTOLD);
    }
}
