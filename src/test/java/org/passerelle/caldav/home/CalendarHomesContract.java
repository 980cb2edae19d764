package org.passerelle.caldav.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.AccountId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;

/** A home moves on by one write from the version that was read. */
@FactsOf(MongoCalendarHomes.class)
public abstract class CalendarHomesContract extends StoreContract {

    private static final AccountId KIM = new AccountId("kim");
    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final AccountId LEA = new AccountId("lea");
    private static final KeptProperty RED =
            new KeptProperty("bookings", XmlName.apple("calendar-color"), "#FF0000", Optional.empty());
    private static final KeptProperty OPAQUE = new KeptProperty(
            "melun-seine", XmlName.caldav("schedule-calendar-transp"), "", Optional.of(XmlName.caldav("opaque")));

    private MongoCalendarHomes homes;

    @BeforeEach
    void begin() {
        homes = new MongoCalendarHomes(mongo());
    }

    @Test
    void isEmptyUntilSomethingIsLeft() {
        assertThat(homes.of(KIM)).isEqualTo(CalendarHome.empty(KIM));
    }

    @Test
    void keepsWhatWasLeftOfEachPersonApart() {
        homes.replace(CalendarHome.empty(KIM).with(RED).with(OPAQUE));

        assertThat(homes.of(KIM).properties()).containsExactly(RED, OPAQUE);
        assertThat(homes.of(LEA).properties()).isEmpty();
    }

    @Test
    void refusesToWriteOverWhatWasWrittenMeanwhile() {
        CalendarHome none = homes.of(KIM);
        assertThat(homes.replace(none.with(RED))).isTrue();
        CalendarHome first = homes.of(KIM);
        assertThat(homes.replace(first.with(OPAQUE))).isTrue();

        assertThat(homes.replace(none.with(OPAQUE))).isFalse();
        assertThat(homes.replace(first.without("bookings", RED.name()))).isFalse();

        assertThat(homes.of(KIM).properties()).containsExactly(RED, OPAQUE);
    }

    @Test
    void forgetsWhoeverIsThereNoMore() {
        homes.replace(CalendarHome.empty(KIM).with(RED));

        homes.on(new AccountEnded(KIM));

        assertThat(homes.of(KIM)).isEqualTo(CalendarHome.empty(KIM));
    }

    @Test
    void keepsWhatProgramsLaidThereAndWhatBecameOfIt() {
        String text = homes.keepText(KIM, "BEGIN:VCALENDAR");
        LaidObject booked = new LaidObject(
                "a@b.ics",
                "a@b",
                Optional.of(new BookingId("0123456789abcdef0123456789abcdef")),
                text,
                NINE,
                List.of());
        LaidObject refused = new LaidObject(
                "c.ics",
                "c",
                Optional.empty(),
                text,
                NINE,
                List.of(new RoomRefusal(new RoomId("melun-seine"), "room-occupied", "It is taken.")));

        homes.replace(CalendarHome.empty(KIM).with(booked).with(refused));

        assertThat(homes.of(KIM).objects()).containsExactly(booked, refused);
        assertThat(homes.text(text)).contains("BEGIN:VCALENDAR");
        homes.forgetText(text);
        assertThat(homes.text(text)).isEmpty();
    }

    @Test
    void forgetsTheTextsOfWhoeverIsThereNoMore() {
        String kims = homes.keepText(KIM, "x");
        String leas = homes.keepText(LEA, "y");

        homes.on(new AccountEnded(KIM));

        assertThat(homes.text(kims)).isEmpty();
        assertThat(homes.text(leas)).contains("y");
    }

    @Test
    void findsWhoseRoomsWereRefusedLately() {
        LaidObject refused = new LaidObject(
                "c.ics",
                "c",
                Optional.empty(),
                "text",
                NINE,
                List.of(new RoomRefusal(new RoomId("melun-seine"), "room-occupied", "It is taken.")));
        homes.replace(CalendarHome.empty(KIM).with(refused));
        homes.replace(CalendarHome.empty(LEA).with(RED));

        assertThat(homes.refusedSince(NINE)).extracting(CalendarHome::person).containsExactly(KIM);
        assertThat(homes.refusedSince(NINE.plusSeconds(1))).isEmpty();
    }
}
