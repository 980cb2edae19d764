package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which order a screen reader is told what a page has: by the tree that a browser makes for it, on a phone, where things stand below each other. */
class ReadingOrderIT extends BrowserTest {

    private static final String[] FRAME = {
        "link \"Skip to the content\"",
        "banner:",
        "navigation \"Main\":",
        "link \"Today\"",
        "link \"Find\"",
        "link \"Meet\"",
        "link \"My bookings\"",
        "link \"Book\"",
        "group: Account of Louis Moreau",
        "main:",
    };

    private @Nullable Page page;

    /** One window for all, for the order is that of each page. */
    @Test
    void isThatInWhichPeopleDoThings() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2027-10-05T07:10:00Z")));
        Page opened = phone("en-GB");
        page = opened;
        signIn(opened, "Louis Moreau");

        ofToday();
        ofFind();
        ofTheFormThatBooks();
        ofADayOfASite();
    }

    private String treeOf(String path) {
        Page shown = Objects.requireNonNull(page);
        shown.navigate(path);
        String tree = shown.locator("body").ariaSnapshot();
        assertThat(tree).containsSubsequence(FRAME);
        assertThat(tree.split("\\[level=1]", -1)).as(tree).hasSize(2);
        return tree.substring(tree.indexOf("- main:"));
    }

    private void ofToday() {
        assertThat(treeOf("/"))
                .containsSubsequence(
                        "heading \"Today Tuesday 5 October 2027\" [level=1]",
                        "region \"Nothing is booked yet\"",
                        "region \"A room now\"",
                        "combobox \"Site\"",
                        "spinbutton \"People\"",
                        "combobox \"For how long\"",
                        "paragraph: now, until 10:15",
                        "listitem:",
                        "8 seats · meeting room",
                        "button \"Book",
                        "link \"The whole day at ");
    }

    private void ofFind() {
        assertThat(treeOf("/search?q=tomorrow+9:00+for+4+Moret"))
                .containsSubsequence(
                        "heading \"Find a room\" [level=1]",
                        "searchbox \"In your own words\"",
                        "button \"Find\"",
                        "list \"What was understood\"",
                        "region \"What was found\"",
                        "heading \"3 rooms are free\" [level=2]",
                        "region \"Here, at Moret Seine-et-Loing\"",
                        "article:",
                        "link \"Salle Sisley\"",
                        "meeting room · 5 seats",
                        "Stays free until 20:00.",
                        "link \"Book Salle Sisley, Moret Seine-et-Loing\"",
                        "group \"When?\"",
                        "group \"Who?\"",
                        "button \"Search\"");
    }

    private void ofTheFormThatBooks() {
        assertThat(treeOf("/book?site=moret&room=moret-visio&date=2027-10-06&start=09:00"))
                .containsSubsequence(
                        "heading \"Book rooms\" [level=1]",
                        "textbox \"What is it for?\"",
                        "group \"When?\"",
                        "textbox \"Day\": Wed 6 Oct 2027",
                        "combobox \"From\": 09:00",
                        "radiogroup \"For how long?\"",
                        "Times are those of Moret Seine-et-Loing (Paris time).",
                        "group \"Which rooms?\"",
                        "checkbox \"Salle Visio 6 seats video room free\" [checked]",
                        "group \"Who comes?\"",
                        "combobox \"Invite\"",
                        "combobox \"How often?\"",
                        "button \"Book\"",
                        "link \"Back to the day\"");
    }

    private void ofADayOfASite() {
        assertThat(treeOf("/day?site=moret&date=2027-10-06"))
                .containsSubsequence(
                        "heading \"Moret Seine-et-Loing Wednesday 6 October 2027\" [level=1]",
                        "combobox \"Site\"",
                        "textbox \"Day\": Wed 6 Oct 2027",
                        "navigation \"Ways to look at it\"",
                        "navigation \"Days\"",
                        "link \"Previous day\"",
                        "link \"Wednesday 6 October 2027\"",
                        "link \"Next day\"",
                        "list \"Rooms and their day\"",
                        "heading \"Salle Loing\" [level=2]",
                        "book Salle Loing",
                        "heading \"Salle Sisley\" [level=2]",
                        "book Salle Sisley",
                        "list \"Legend\"");
    }
}
