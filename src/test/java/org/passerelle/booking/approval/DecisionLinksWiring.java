package org.passerelle.booking.approval;

import java.nio.charset.StandardCharsets;
import org.passerelle.account.Accounts;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.Rooms;
import org.passerelle.platform.PublicUrls;

/** The links by which managers decide, for tests without Spring. */
public final class DecisionLinksWiring {

    private DecisionLinksWiring() {}

    public static DecisionLinks links(ReadingBookings reading, Accounts accounts) {
        return new DecisionLinks(
                () -> "not a secret".getBytes(StandardCharsets.US_ASCII),
                PublicUrls.at("https://rooms.example"),
                reading,
                accounts,
                Rooms::directory);
    }

    /** The links by which whoever asked for a room answers. */
    public static QuestionLinks replies(ReadingBookings reading) {
        return new QuestionLinks(
                () -> "not a secret".getBytes(StandardCharsets.US_ASCII),
                PublicUrls.at("https://rooms.example"),
                reading);
    }
}
