package org.passerelle.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.springframework.beans.factory.annotation.Autowired;

class NetworkMapTests extends HttpTest {

    @Autowired
    private Directories directories;

    private NetworkMap around(String name) {
        Directory directory = directories.current();
        Site site = directory.sites().stream()
                .filter(each -> each.id().value().equals(name))
                .findFirst()
                .orElseThrow();
        return NetworkMap.around(site, Set.of(site.id()), directory);
    }

    @Test
    void drawsWhatIsNearAndListsWhatIsFar() {
        NetworkMap map = around("melun");

        assertThat(map.far().stream().map(each -> each.site().name()).toList())
                .hasSize(2)
                .allMatch(name -> name.matches(".*(Amsterdam|Montréal).*"));
        assertThat(map.far().get(0).kilometres()).isBetween(430L, 470L);
        assertThat(map.pins()).hasSize(directories.current().sites().size() - 2);
    }

    @Test
    void hasNorthAboveAndEastAtTheRight() {
        List<NetworkMap.SitePin> pins = around("melun").pins();

        for (NetworkMap.SitePin one : pins) {
            for (NetworkMap.SitePin other : pins) {
                if (one.site().place().latitude() > other.site().place().latitude()) {
                    assertThat(one.y()).isLessThanOrEqualTo(other.y());
                }
                if (one.site().place().longitude() > other.site().place().longitude()) {
                    assertThat(one.x()).isGreaterThanOrEqualTo(other.x());
                }
            }
        }
    }

    @Test
    void namesTheSiteThatItIsAboutWhereverThatIs() {
        for (Site site : directories.current().sites()) {
            NetworkMap map = around(site.id().value());
            List<NetworkMap.SitePin> marked =
                    map.pins().stream().filter(NetworkMap.SitePin::isMarked).toList();

            assertThat(marked).hasSize(1);
            assertThat(marked.get(0).site()).isEqualTo(site);
            assertThat(marked.get(0).isLabelled()).as(site.name()).isTrue();
            assertThat(map.pins()).allSatisfy(pin -> {
                assertThat(pin.x()).isBetween(6, map.width() - 6);
                assertThat(pin.y()).isBetween(6, map.height() - 6);
            });
        }
    }

    /** Along the meridian a degree is 111 km, by which the scale can be checked. */
    @Test
    void saysHowFarItIs() {
        NetworkMap map = around("melun");
        NetworkMap.SitePin north = map.pins().stream()
                .min((one, other) -> Integer.compare(one.y(), other.y()))
                .orElseThrow();
        NetworkMap.SitePin south = map.pins().stream()
                .max((one, other) -> Integer.compare(one.y(), other.y()))
                .orElseThrow();

        double kilometres = (south.y() - north.y()) * (double) map.kilometres() / map.scale();

        assertThat(kilometres)
                .isCloseTo(
                        111.2
                                * (north.site().place().latitude()
                                        - south.site().place().latitude()),
                        org.assertj.core.data.Percentage.withPercentage(4));
        assertThat(map.pins().stream().map(NetworkMap.SitePin::site).collect(Collectors.toSet()))
                .hasSize(map.pins().size());
    }
}
