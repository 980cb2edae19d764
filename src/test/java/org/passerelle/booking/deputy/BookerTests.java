package org.passerelle.booking.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.GUEST;
import static org.passerelle.booking.People.LOUIS;

import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.Owner;

class BookerTests {

    @Test
    void whatIsBookedForSomebodyIsTheirsAndNamesWhoDidIt() {
        assertThat(new Booker(LOUIS, CAMILLE).owner())
                .isEqualTo(Owner.of(CAMILLE).bookedBy(LOUIS.id()));
        assertThat(Booker.self(LOUIS).owner()).isEqualTo(Owner.of(LOUIS));
        assertThat(new Booker(ADMINISTRATOR, GUEST).isOnBehalf()).isTrue();
    }
}
