package org.passerelle.booking.caps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.caps.CapHolder.HolderKind;
import org.passerelle.booking.model.Holding;

class CapHolderTests {

    private static CapHolder[] of(String organiser, Optional<String> organisation) {
        return CapHolder.of(new Holding.Holder(organiser, organisation)).toArray(CapHolder[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "a1@evil.example, evil.example",
        "a2@evil.example, evil.example",
        "a3@x.y.evil.co.uk, evil.co.uk",
        "a4@localhost, localhost"
    })
    void countsOutsidersOfOneDomainTogether(String address, String domain) {
        assertThat(of(address, Optional.empty()))
                .containsExactly(
                        new CapHolder(HolderKind.PERSON, address),
                        new CapHolder(HolderKind.ORGANISATION, "domain:" + domain));
    }

    @Test
    void countsPeopleAtAPublicProviderApart() {
        assertThat(of("kim@gmail.com", Optional.empty()))
                .containsExactly(new CapHolder(HolderKind.PERSON, "kim@gmail.com"));
    }

    @Test
    void countsMembersWithTheirOrganisationWhateverTheirAddressIs() {
        assertThat(of("p-1", Optional.of("atelier-brie")))
                .containsExactly(
                        new CapHolder(HolderKind.PERSON, "p-1"),
                        new CapHolder(HolderKind.ORGANISATION, "atelier-brie"));
        assertThat(of("p-1", Optional.empty())).containsExactly(new CapHolder(HolderKind.PERSON, "p-1"));
    }
}
