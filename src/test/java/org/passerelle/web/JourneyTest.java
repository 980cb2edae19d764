package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people come for, with their presses counted: a click, or a key that presses or chooses; not what they type, nor the Tab
 * key. One way of looking is drawn by {@code journeys.seed}; all are gone with {@code journeys.all}, as in {@code -Pnightly}, each
 * by pointer and by keyboard alone.
 */
abstract class JourneyTest extends AxeTest {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyTest.class);
    private static final long SEED = Long.getLong("journeys.seed", 20_261_201);
    private static final boolean ALL = Boolean.getBoolean("journeys.all");
    private static final int MOST_TABS = 300;
    private static final Pattern DAY_AND_HOUR = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");

    private int presses;

    /**
     * How somebody looks at pages.
     *
     * @param number of all ways, so that each can have an hour and a day of its own, for all book the same rooms
     */
    record Way(int number, int width, String language, ColorScheme colours, boolean isByKeyboard) {

        String start() {
            return "%02d:00".formatted(8 + number % 10);
        }

        boolean isFrench() {
            return language.startsWith("fr");
        }

        /** The words of the language in which it is read. */
        String words(String english, String french) {
            return isFrench() ? french : english;
        }
    }

    static Stream<Way> ways() {
        List<Way> all = new ArrayList<>();
        for (int width : new int[] {390, 1440}) {
            for (String language : List.of("en-GB", "fr-FR")) {
                for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (boolean isByKeyboard : new boolean[] {false, true}) {
                        all.add(new Way(all.size(), width, language, colours, isByKeyboard));
                    }
                }
            }
        }
        Way drawn = all.get(new Random(SEED).nextInt(all.size()));
        LOG.info("By seed {} journeys are gone as {}", SEED, ALL ? "all ways" : drawn);
        return ALL ? all.stream() : Stream.of(drawn);
    }

    Page window(Way way) {
        return window(
                new Browser.NewContextOptions()
                        .setViewportSize(way.width, way.width < 600 ? 844 : 900)
                        .setColorScheme(way.colours),
                way.language);
    }

    /** Whoever presses goes on to the next page, whatever the form still asks for; a request that fails has a name of its own. */
    @Override
    boolean isForeseen(String complaint) {
        return super.isForeseen(complaint) || complaint.matches("htmx:(afterRequest|sendAbort)");
    }

    int presses() {
        return presses;
    }

    /** One that is about to be pressed, by pointer. */
    Locator counted(Locator element) {
        presses++;
        return element;
    }

    /** A link, a button or what opens a part of a page. */
    void press(Way way, Locator element) {
        pressed(way, element, "Enter");
    }

    void tick(Way way, Locator box) {
        pressed(way, box, "Space");
    }

    private void pressed(Way way, Locator element, String key) {
        presses++;
        if (way.isByKeyboard) {
            tabTo(element.page(), element);
            element.page().keyboard().press(key);
        } else {
            element.click();
        }
    }

    void choose(Way way, Locator list, String value) {
        presses++;
        if (!way.isByKeyboard) {
            list.selectOption(value);
            return;
        }
        tabTo(list.page(), list);
        list.page().keyboard().press("Home");
        for (int i = 0; i < MOST_TABS && !list.inputValue().equals(value); i++) {
            list.page().keyboard().press("ArrowDown");
        }
        assertThat(list).hasValue(value);
    }

    /** Typed over whatever the field has; a day with an hour, as {@code 2027-05-11T09:00}, goes into two fields. */
    void type(Way way, Locator field, String text) {
        if (!DAY_AND_HOUR.matcher(text).matches()) {
            typeOne(way, field, text);
            return;
        }
        Locator both = field.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' own-fields ')]");
        typeOne(way, field, text.substring(0, text.indexOf('T')));
        typeOne(way, both.locator("input[type=text]").nth(1), text.substring(text.indexOf('T') + 1));
    }

    private static void typeOne(Way way, Locator field, String text) {
        if (!way.isByKeyboard) {
            field.fill(text);
            return;
        }
        tabTo(field.page(), field);
        field.page().keyboard().press("Control+A");
        field.page().keyboard().type(text);
    }

    static void tabTo(Page page, Locator target) {
        target.waitFor();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to " + target);
    }
}
