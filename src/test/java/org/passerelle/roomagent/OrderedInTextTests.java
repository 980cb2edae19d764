package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.arrangement.Layouts;
import org.passerelle.roomagent.event.OrderedInText;

/** Invitations by mail order what the room offers, in lines of their text; everything else in them is text. */
class OrderedInTextTests {

    private static final Room HALL = with(Rooms.SEINE);
    private static final Directory DIRECTORY = Rooms.directory();

    private static Room with(Room room) {
        var layouts = new Layouts(List.of(Layout.called("theatre"), Layout.called("u-shape")));
        return new Room(
                room.id(),
                room.site(),
                room.kind(),
                room.profile(),
                room.rules().with(layouts),
                List.of(),
                room.numbers());
    }

    private static Arrangements read(String text, Arrangements standing) {
        return OrderedInText.read(text, HALL, DIRECTORY, standing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Layout: theatre | theatre",
                "layout : THEATRE | theatre",
                "Disposition : Théâtre | theatre",
                "Disposition: En U | u-shape",
                "  Layout: U-shape | u-shape",
                "Layout: banquet |",
                "The layout: theatre |",
                "Layouts: theatre |"
            })
    void aLayoutIsNamedByItsWordOrInAnyLanguage(String line, String layout) {
        assertThat(read("Bonjour\n" + line + "\nMerci", Arrangements.NONE).layout())
                .isEqualTo(Optional.ofNullable(layout));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Services: melun-lunch | 1",
                "Service : 12 Plateau-repas | 12",
                "Services: café, 7 x plateau-repas; 3 tables | 7",
                "services: 5 × melun-lunch, 6 melun-lunch | 5",
                "Services: 0 melun-lunch | 0",
                "Services: 9999 melun-lunch | 1000",
                "Lunch services: melun-lunch | 0"
            })
    void aServiceIsNamedByItsIdOrItsNameAndCounted(String line, int quantity) {
        assertThat(read(line, Arrangements.NONE).services())
                .isEqualTo(quantity == 0 ? List.of() : List.of(new ServiceOrder("melun-lunch", quantity, "")));
    }

    @Test
    void whatTheTextDoesNotSpeakOfStaysAsItIs() {
        Arrangements standing =
                new Arrangements(Optional.of("u-shape"), List.of(new ServiceOrder("melun-lunch", 3, "sans noix")));

        assertThat(read("Ordre du jour : le budget", standing)).isEqualTo(standing);
        assertThat(read("Layout: theatre", standing)).isEqualTo(standing.in(Optional.of("theatre")));
        assertThat(read("Services: 4 melun-lunch", standing).layout()).contains("u-shape");
    }

    @Test
    void anotherSitesServiceIsText() {
        assertThat(OrderedInText.read("Services: melun-lunch", Rooms.SUITE, DIRECTORY, Arrangements.NONE))
                .isEqualTo(Arrangements.NONE);
    }
}
