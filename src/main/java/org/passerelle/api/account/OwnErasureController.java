package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.ErasingPeople;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.throttle.PasswordChanges;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has oneself erased. */
@RestController
@RequestMapping("/api/v1/me/erasure")
class OwnErasureController {

    private final ErasingPeople erasing;
    private final AccountRegister register;
    private final PasswordChanges tries;
    private final AheadChoices choices;

    OwnErasureController(ErasingPeople erasing, AccountRegister register, PasswordChanges tries, AheadChoices choices) {
        this.erasing = erasing;
        this.register = register;
        this.tries = tries;
        this.choices = choices;
    }

    @Operation(summary = "Ends your account and erases you from all that is kept, which cannot be undone.")
    @Refuses(ProblemType.HAS_BOOKINGS)
    @Metered
    @PostMapping
    ErasureView erase(@CurrentPerson Person person, @RequestBody OwnErasureFields request) {
        if (request.password() == null) {
            throw new InvalidRequest("password", "field.missing");
        }
        tries.count(person.id().toString());
        if (!register.isPassword(person.id(), request.password())) {
            throw new InvalidRequest("password", "account.password-wrong");
        }
        return ErasureView.of(erasing.erase(
                person,
                person.email(),
                choices.read(
                        person.email(),
                        request.bookings(),
                        request.to(),
                        other -> other.organisation().equals(person.organisation()))));
    }

    /**
     * What is asked.
     *
     * @param password one's own, once more
     * @param bookings what becomes of the bookings ahead; needed if there are any
     * @param to who gets them when they are handed over
     */
    record OwnErasureFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String password,

            @Schema(allowableValues = {"CANCEL", "HAND_OVER"}) @Nullable
            String bookings,

            @Nullable String to) {}
}
