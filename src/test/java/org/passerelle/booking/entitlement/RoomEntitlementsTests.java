package org.passerelle.booking.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.GUEST;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.entitlement.RoomEntitlement.GrantLine;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.Bookers;
import org.passerelle.directory.permission.Bookers.BookerGroup;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingPermission;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.BookingQuota.QuotaScope.ScopeKind;
import org.passerelle.directory.permission.OpenBookingQuota;
import org.passerelle.directory.permission.PermissionConditions;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.time.WeeklyHours;

/** What somebody is told of what they may book in a room. */
class RoomEntitlementsTests extends OnEmbeddedStore {

    private static final PermissionConditions EVENING = new PermissionConditions(
            Optional.of(WeeklyHours.parse("Mo-Fr 18:00-20:00")), Optional.empty(), Optional.empty(), Optional.empty());
    private static final PermissionConditions LONG = new PermissionConditions(
            Optional.empty(), Optional.of(Duration.ofHours(4)), Optional.empty(), Optional.empty());

    private static final Room HALL = aRoom("melun-hall", 71)
            .permitting(new BookingPermissions(
                    List.of(
                            line(Bookers.of("grand-groupe"), EVENING, BookingGrant.BOOK),
                            line(new Bookers(BookerGroup.MANAGERS, ""), LONG, BookingGrant.BOOK),
                            line(Bookers.EVERYONE, LONG, BookingGrant.REQUEST),
                            line(Bookers.EVERYONE, EVENING, BookingGrant.NOTHING)),
                    Set.of(Bookers.of("grand-groupe")),
                    List.of(
                            quota(QuotaHolder.PERSON, 5, QuotaPeriod.DAY),
                            quota(QuotaHolder.ORGANISATION, 20, QuotaPeriod.WEEK)),
                    List.of(new OpenBookingQuota(new QuotaScope(ScopeKind.ROOM, "melun-hall"), QuotaHolder.ROOM, 3))))
            .build();
    private static final Room KEPT = aRoom("melun-kept", 72)
            .permitting(new BookingPermissions(
                    List.of(
                            line(Bookers.EVERYONE, PermissionConditions.NONE, BookingGrant.NOTHING),
                            line(Bookers.EVERYONE, LONG, BookingGrant.BOOK)),
                    Set.of()))
            .build();

    private final ReasonTexts texts = new ReasonTexts(RoomEntitlementsTests::directory);

    private BookingDesk desk;
    private RoomEntitlements entitlements;

    private static BookingPermission line(Bookers who, PermissionConditions conditions, BookingGrant may) {
        return new BookingPermission(Set.of(who), conditions, may);
    }

    private static BookingQuota quota(QuotaHolder per, int hours, QuotaPeriod period) {
        return new BookingQuota(new QuotaScope(ScopeKind.ROOM, "melun-hall"), per, Duration.ofHours(hours), period);
    }

    private static Directory directory() {
        return Rooms.directory(HALL, KEPT, COUNCIL, LAB);
    }

    @BeforeEach
    void open() {
        Wired wired = MongoBookingsWiring.wiredOver(template());
        desk = new BookingDesk(wired.bookings(), wired.occupancy(), RoomEntitlementsTests::directory);
        entitlements = new RoomEntitlements(desk.quotaUsage, RoomEntitlementsTests::directory, desk.clock);
    }

    private List<String> told(Person person, Room room, Locale language) {
        return entitlements.of(person, room).lines().stream()
                .map(line -> line.reason()
                        .map(reason -> texts.of(reason, language))
                        .orElseGet(() -> texts.bookable(room, line.conditions(), language)))
                .toList();
    }

    @Test
    void areTheLinesThatSpeakOfThemAndWhatHoldsElse() {
        assertThat(told(NADIA, HALL, Locale.ENGLISH))
                .containsExactly(
                        "You may book melun-hall at these times: Mo-Fr 18:00-20:00.",
                        "It takes the agreement of the manager of the site to book melun-hall for more than 4 h.",
                        "You may not book melun-hall at these times: Mo-Fr 18:00-20:00.",
                        "You may book melun-hall.");
        assertThat(told(CAMILLE, HALL, Locale.FRENCH))
                .containsExactly(
                        "Il faut l’accord du responsable du site pour réserver melun-hall pour plus de 4 h.",
                        "Vous ne pouvez pas réserver melun-hall à ces heures\u202f: Lu-Ve 18:00-20:00.",
                        "Vous pouvez réserver melun-hall.");
    }

    @Test
    void areReadNoFurtherThanALineThatHoldsAlways() {
        RoomEntitlement kept = entitlements.of(CAMILLE, KEPT);

        assertThat(kept.may()).isEqualTo(BookingGrant.NOTHING);
        assertThat(kept.lines()).extracting(GrantLine::may).containsExactly(BookingGrant.NOTHING);
    }

    @Test
    void ofManagersAndGuestsAreNeitherLinesNorQuotas() {
        RoomEntitlement ofTheManager = entitlements.of(MANAGER, HALL);
        assertThat(ofTheManager.lines()).extracting(GrantLine::may).containsExactly(BookingGrant.BOOK);
        assertThat(ofTheManager.hours()).isEmpty();
        assertThat(ofTheManager.bookings()).isEmpty();
        assertThat(ofTheManager.mayOverride()).isTrue();
        assertThat(entitlements.of(ADMINISTRATOR, HALL).mayOverride()).isTrue();

        RoomEntitlement ofAGuest = entitlements.of(GUEST, HALL);
        assertThat(ofAGuest.may()).isEqualTo(BookingGrant.NOTHING);
        assertThat(ofAGuest.mayRequestMore()).isFalse();
    }

    @Test
    void sayWhetherAManagerIsAskedAndForWhat() {
        assertThat(entitlements.of(CAMILLE, COUNCIL).may()).isEqualTo(BookingGrant.REQUEST);
        assertThat(entitlements.of(MANAGER, COUNCIL).may()).isEqualTo(BookingGrant.BOOK);
        assertThat(entitlements.of(NADIA, HALL).mayRequestMore()).isTrue();
        assertThat(entitlements.of(CAMILLE, HALL).mayRequestMore()).isFalse();
    }

    @Test
    void haveTheRulesAsTheyRefuse() {
        assertThat(entitlements.of(CAMILLE, LAB).rules())
                .extracting(Reason::code)
                .containsExactly(
                        ReasonCode.OUTSIDE_OPENING_HOURS,
                        ReasonCode.TOO_SHORT,
                        ReasonCode.TOO_LONG,
                        ReasonCode.TOO_SOON,
                        ReasonCode.TOO_FAR_AHEAD,
                        ReasonCode.SITE_CLOSED);
        assertThat(entitlements.of(CAMILLE, HALL).rules())
                .extracting(Reason::code)
                .doesNotContain(ReasonCode.TOO_SOON);
        assertThat(entitlements.of(CAMILLE, LAB).rules())
                .last()
                .satisfies(closed -> assertThat(texts.of(closed, Locale.ENGLISH))
                        .isEqualTo("8 May 2026: melun-lab is closed: Victoire 1945."));
    }

    @Test
    void countWhatIsUsedOfQuotasToday() {
        // The clock stands on 25 March.
        desk.booked(CAMILLE, anOrder(HALL), at("2026-03-25T14:00"), lasting("PT1H20M"));
        desk.booked(LOUIS, anOrder(HALL), at("2026-03-26T09:00"), lasting("PT2H"));
        desk.booked(LOUIS, anOrder(HALL), at("2026-04-02T09:00"), lasting("PT2H"));

        RoomEntitlement hers = entitlements.of(CAMILLE, HALL);

        assertThat(hers.hours())
                .extracting(used -> used.period() + " " + used.used() + " " + used.left())
                .containsExactly("DAY PT1H30M PT3H30M", "WEEK PT3H30M PT16H30M");
        assertThat(texts.of(hers.hours().get(0).rule(), Locale.ENGLISH))
                .isEqualTo("One person may have at most 5 h of melun-hall on one day.");
        assertThat(hers.bookings()).singleElement().satisfies(open -> {
            assertThat(open.used()).isEqualTo(3);
            assertThat(open.left()).isZero();
            assertThat(texts.of(open.rule(), Locale.FRENCH))
                    .isEqualTo("Tous usagers confondus, melun-hall admet au plus 3 réservations à venir.");
        });
        assertThat(entitlements.of(NADIA, HALL).hours())
                .allSatisfy(used -> assertThat(used.used()).isZero());
    }
}
