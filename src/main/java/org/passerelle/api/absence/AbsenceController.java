package org.passerelle.api.absence;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.TimeFields;
import org.passerelle.booking.HandingOver;
import org.passerelle.booking.absence.AbsenceWish;
import org.passerelle.booking.absence.BookingsOfAbsentees;
import org.passerelle.booking.model.Owner;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls off or hands over what somebody booked for a time in which they are away. */
@RestController
class AbsenceController {

    private static final Duration LONGEST = Duration.ofDays(800);

    private final BookingsOfAbsentees absentees;
    private final Accounts accounts;

    AbsenceController(BookingsOfAbsentees absentees, Accounts accounts) {
        this.absentees = absentees;
        this.accounts = accounts;
    }

    /** What can become of the dates. */
    private enum AbsenceChoice {
        CANCEL,
        HAND_OVER
    }

    /** @param dryRun whether to tell only what would become of each */
    @Operation(summary = "Cancels or hands over all your dates of a time in which you are away.")
    @Metered(fewAtOnce = false)
    @PostMapping("/api/v1/me/absence")
    AbsenceView treat(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody AbsenceFields fields) {
        Interval away = TimeFields.window(fields.from(), fields.to(), LONGEST);
        AbsenceWish wish = wish(person, fields);
        return AbsenceView.of(
                dryRun ? absentees.foresee(person, away, wish) : absentees.treat(person, away, wish), wish);
    }

    private AbsenceWish wish(Person person, AbsenceFields fields) {
        Fields errors = new Fields();
        Optional<AbsenceChoice> choice =
                errors.parsed("bookings", fields.bookings(), AbsenceChoice::valueOf, "bookings-ahead");
        errors.requireNone();
        return switch (choice.orElseThrow()) {
            case CANCEL -> new AbsenceWish.CallOff();
            case HAND_OVER -> new AbsenceWish.HandOverTo(colleague(person, fields.handOverTo()));
        };
    }

    /** Somebody of another organisation is answered like somebody without an account: nobody learns who has one. */
    private Person colleague(Person person, @Nullable String address) {
        Fields errors = new Fields();
        Optional<EmailAddress> named = errors.parsed("handOverTo", address, EmailAddress::new, "email.form");
        errors.requireNone();
        return named.filter(other -> !other.equals(person.email()))
                .flatMap(accounts::person)
                .filter(other -> HandingOver.mayTake(other, Owner.of(person)))
                .orElseThrow(() -> new InvalidRequest("handOverTo", "hand-over.colleague"));
    }
}
