package org.passerelle.api.closure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.api.closure.AffectedView.OfferedView;
import org.passerelle.closure.MoveOffers;
import org.passerelle.closure.MoveOffers.MoveAnswer;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a closure offers to the organisers of the bookings that it hits. */
@RestController
@RequestMapping("/api/v1/move-offers")
class MoveOffersController {

    private final MoveOffers offers;

    MoveOffersController(MoveOffers offers) {
        this.offers = offers;
    }

    /**
     * A date of yours in rooms that are shut, and where it could go.
     *
     * @param rooms that are shut
     */
    @Schema(name = "MoveOffer")
    record MoveOfferView(
            String id,
            String booking,
            Instant recurrenceId,
            List<String> rooms,
            Instant from,
            Instant to,
            OfferedView offer) {

        static MoveOfferView of(AffectedDate date) {
            return new MoveOfferView(
                    nameOf(date),
                    date.name().booking().value(),
                    date.name().recurrenceId(),
                    date.rooms().stream().map(RoomId::value).toList(),
                    date.time().start(),
                    date.time().end(),
                    OfferedView.of(date.fate().offer().orElseThrow()));
        }
    }

    /** How an answer to an offer ended. */
    @Schema(name = "MoveAnswered")
    record Answered(
            @Schema(implementation = MoveAnswer.class) String outcome) {}

    @Operation(summary = "Lists what you are offered in the place of rooms that are shut.")
    @GetMapping
    Page<MoveOfferView> list(@CurrentPerson Person person) {
        return new Page<>(offers.of(person).stream().map(MoveOfferView::of).toList(), null);
    }

    @Operation(summary = "Moves a date to where it is offered.")
    @Metered
    @PostMapping("/{id}/take")
    Answered take(@CurrentPerson Person person, @PathVariable String id) {
        return new Answered(offers.take(person, key(person, id)).name());
    }

    @Operation(summary = "Declines an offer; the date stays where it is until somebody decides.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@CurrentPerson Person person, @PathVariable String id) {
        offers.decline(person, key(person, id));
    }

    private static String nameOf(AffectedDate date) {
        return date.key().replace('/', '~');
    }

    private String key(Person person, String id) {
        return offers.of(person).stream()
                .filter(date -> nameOf(date).equals(id))
                .map(AffectedDate::key)
                .findFirst()
                .orElseThrow(() -> new NotFound("offer " + id));
    }
}
