package org.passerelle.booking.store.mongo;

import com.mongodb.client.model.Projections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.changelog.mongo.ChangeTails;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Holding.Holder;
import org.passerelle.booking.model.Holding.Stretch;

/**
 * What is remembered of one document, so that it is found again.
 *
 * @param rooms what it holds of rooms, in whole slots
 * @param quotas the slots that its claims on allowances stand for
 * @param organisers of its bookings that are alive
 * @param organisersOfVoid of those that were called off or declined
 * @param holder whose caps it counts for
 * @param isUndecided whether one of them is a hold or a request, or something is asked for in the place of a date
 * @param missing those that lack rooms which they would win back
 * @param invited to what is alive: of each address only the {@link #mark}
 */
record FamilyDigest(
        String root,
        long version,
        PackedStretches rooms,
        PackedStretches quotas,
        Set<String> organisers,
        Set<String> organisersOfVoid,
        Optional<Holder> holder,
        boolean isUndecided,
        Set<BookingId> missing,
        Set<Integer> invited) {

    /** The states in which somebody has yet to say yes. */
    static final Set<String> UNDECIDED = Set.of(BookingState.HELD.name(), BookingState.REQUESTED.name());

    /** What {@link #from} needs; to leave out whole fields costs the embedded server nothing. */
    static final Bson FIELDS = Projections.exclude("claims", ChangeTails.FIELD);

    /** @param holding what {@code family} holds */
    static FamilyDigest of(Family family, Holding holding) {
        return new FamilyDigest(
                family.root(),
                family.version(),
                PackedStretches.of(holding.stretches()),
                quotas(family.stream()
                        .flatMap(RequestedMoves::with)
                        .flatMap(Booking::occupying)
                        .flatMap(occurrence -> occurrence.quotaClaims().stream())),
                organisers(family.stream().filter(booking -> !booking.isVoid()).map(FamilyDigest::organiser)),
                organisers(family.stream().filter(Booking::isVoid).map(FamilyDigest::organiser)),
                holding.holder(),
                family.stream()
                        .anyMatch(booking -> UNDECIDED.contains(booking.state().name())
                                || booking.asking().findAny().isPresent()),
                missing(family.stream()),
                marks(family.stream()
                        .filter(booking -> !booking.isVoid())
                        .flatMap(booking -> booking.content().attendees().stream())
                        .map(attendee -> attendee.email().value())));
    }

    /** The same as of {@code Family.from(document)}, without making bookings of it unless one misses rooms. */
    static FamilyDigest from(Document document) {
        Map<Boolean, List<Document>> byLife = document.getList("bookings", Document.class).stream()
                .collect(Collectors.partitioningBy(booking ->
                        !BookingState.valueOf(booking.getString("state")).isVoid()));
        List<Document> alive = byLife.getOrDefault(true, List.of());
        boolean mayMiss = alive.stream().anyMatch(FamilyDigest::mayMissRooms);
        return new FamilyDigest(
                document.getString("_id"),
                document.getLong("version"),
                PackedStretches.of(HoldingDocument.from(document).stretches()),
                quotas(occurrences(alive)
                        .flatMap(HoldingDocument::held)
                        .flatMap(each -> each.getList("quota", Long.class, List.of()).stream())),
                organisers(alive.stream().map(booking -> booking.getString("organiser"))),
                organisers(
                        byLife.getOrDefault(false, List.of()).stream().map(booking -> booking.getString("organiser"))),
                HoldingDocument.holder(alive),
                alive.stream().anyMatch(booking -> UNDECIDED.contains(booking.getString("state")))
                        || occurrences(alive)
                                .anyMatch(
                                        date -> DatesDocument.openRequest(date).isPresent()),
                mayMiss ? missing(Family.from(document).stream()) : Set.of(),
                marks(alive.stream()
                        .flatMap(booking -> booking.getList("attendees", Document.class, List.of()).stream())
                        .map(attendee -> attendee.getString("email"))));
    }

    /** Little enough to be kept, and to tell nobody whose it is; two addresses may have the same. */
    static int mark(String address) {
        return address.hashCode();
    }

    private static Set<Integer> marks(Stream<String> addresses) {
        return addresses.map(FamilyDigest::mark).collect(Collectors.toUnmodifiableSet());
    }

    private static String organiser(Booking booking) {
        return booking.owner().organiser().text();
    }

    private static boolean mayMissRooms(Document booking) {
        return booking.containsKey("skipped")
                || occurrences(List.of(booking))
                        .flatMap(occurrence -> occurrence.getList("places", Document.class).stream())
                        .anyMatch(place -> place.containsKey("insteadOf"));
    }

    private static Stream<Document> occurrences(List<Document> bookings) {
        return bookings.stream().flatMap(booking -> booking.getList("occurrences", Document.class).stream());
    }

    private static PackedStretches quotas(Stream<Long> claims) {
        return PackedStretches.of(
                claims.map(claim -> new Stretch(Claims.number(claim), Claims.slot(claim), Claims.slot(claim) + 1))
                        .toList());
    }

    /** Many are the same, so each is kept once. */
    private static Set<String> organisers(Stream<String> emails) {
        return emails.map(String::intern).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<BookingId> missing(Stream<Booking> bookings) {
        return bookings.filter(Booking::missesRooms).map(Booking::id).collect(Collectors.toUnmodifiableSet());
    }

    boolean holds(int number, long firstSlot, long endSlot) {
        return rooms.holds(number, firstSlot, endSlot) || quotas.holds(number, firstSlot, endSlot);
    }

    /** Whether what is alive of it was made for {@code organisation}. */
    boolean isMadeFor(OrganisationId organisation) {
        return holder.flatMap(Holder::organisation)
                .filter(organisation.value()::equals)
                .isPresent();
    }

    /** Whether it holds a room after the start of {@code slot}. */
    boolean lastsBeyond(long slot) {
        return rooms.lastBeyond(slot);
    }

    Holding holding() {
        return new Holding(root, version, rooms.toList(), holder);
    }
}
