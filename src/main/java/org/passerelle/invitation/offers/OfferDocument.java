package org.passerelle.invitation.offers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.invitation.offers.Offer.AskedTime;
import org.passerelle.invitation.offers.Offer.OfferedSlot;
import org.passerelle.time.Interval;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An offer as stored.
 *
 * @param person absent in those of earlier versions, which are good for outsiders alone
 */
@Document(OfferDocument.COLLECTION)
record OfferDocument(
        @Id String id,
        @Nullable String person,
        String email,
        String name,
        AskedDocument asked,
        List<ChoiceDocument> choices,
        Instant until) {

    static final String COLLECTION = "offers";

    record AskedDocument(
            String title, String notes, String visibility, int headcount, Instant start, Instant end, String zone) {}

    record ChoiceDocument(List<String> rooms, Instant start, Instant end) {}

    static OfferDocument of(Offer offer) {
        Content content = offer.asked().content();
        Interval time = offer.asked().time();
        return new OfferDocument(
                offer.id(),
                offer.person().text(),
                offer.whom().email().value(),
                offer.whom().name(),
                new AskedDocument(
                        content.title(),
                        content.notes(),
                        content.visibility().name(),
                        content.headcount(),
                        time.start(),
                        time.end(),
                        offer.asked().zone().getId()),
                offer.choices().stream()
                        .map(choice -> new ChoiceDocument(
                                choice.rooms().stream().map(RoomId::value).toList(),
                                choice.time().start(),
                                choice.time().end()))
                        .toList(),
                offer.until());
    }

    Offer toOffer() {
        Content content = new Content(
                asked.title(),
                asked.notes(),
                Visibility.valueOf(asked.visibility()),
                asked.headcount(),
                List.of(),
                Optional.empty());
        return new Offer(
                id,
                PersonId.read(person == null ? email : person),
                new Attendee(new EmailAddress(email), name),
                new AskedTime(content, Interval.of(asked.start(), asked.end()), ZoneId.of(asked.zone())),
                choices.stream()
                        .map(choice -> new OfferedSlot(
                                choice.rooms().stream().map(RoomId::new).toList(),
                                Interval.of(choice.start(), choice.end())))
                        .toList(),
                until);
    }
}
