package org.passerelle.invitation;

import java.util.Locale;
import org.passerelle.account.Accounts;
import org.passerelle.account.Preferences;
import org.passerelle.availability.query.AvailabilityWiring;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Rooms;
import org.passerelle.mail.optout.OptOutWiring;

/** Who is written to how, for tests without Spring. */
public final class ReadersWiring {

    private static final InvitationProperties SETTINGS = new InvitationProperties("rooms.example", Locale.ENGLISH);

    private ReadersWiring() {}

    public static Readers readers(BookingDesk desk, Accounts accounts, Preferences preferences) {
        return new Readers(
                preferences,
                accounts,
                AvailabilityWiring.usualSites(desk),
                Rooms::directory,
                SETTINGS,
                OptOutWiring.inMemory(accounts, desk.clock));
    }

    public static AgentAddresses addresses() {
        return new AgentAddresses(Mailroom.TOKENS, SETTINGS, Rooms::directory);
    }
}
