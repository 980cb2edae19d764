package org.passerelle.api;

import org.passerelle.TestClient;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Visibility;

/** Everybody who may stand before a booking that Camille made at Melun, and what the rule grants them. */
public enum BookingAudience {
    ORGANISER("camille@atelier-brie.example", true, Visibility.PRIVATE),
    COLLEAGUE("louis@atelier-brie.example", false, Visibility.ORGANISATION),
    MEMBER_OF_ANOTHER_FIRM("nadia@grandgroupe.example", false, Visibility.PUBLIC),
    INVITED("invited@grandgroupe.example", false, Visibility.PUBLIC),
    MANAGER("operator@melun.example", true, Visibility.ORGANISATION),
    MANAGER_OF_ANOTHER_SITE("operator@chelles.example", false, Visibility.PUBLIC),
    ADMINISTRATOR("admin@it77.example", true, Visibility.PUBLIC);

    private static final String PASSWORD = "passerelle";

    public final String email;
    public final boolean runs;
    private final Visibility closest;

    /** @param closest the closest visibility of which they still read */
    BookingAudience(String email, boolean runs, Visibility closest) {
        this.email = email;
        this.runs = runs;
        this.closest = closest;
    }

    public boolean mayRead(Visibility visibility) {
        return visibility.compareTo(closest) >= 0;
    }

    public boolean mayRead(BookingPart part, Visibility visibility) {
        return switch (part) {
            case OCCUPANCY -> true;
            case COURSE -> runs || mayRead(visibility);
            case DECISION -> runs || this == COLLEAGUE && visibility != Visibility.PRIVATE;
            case CONTENT -> mayRead(visibility);
        };
    }

    public boolean mayWrite(BookingPart part, Visibility visibility) {
        return runs && mayRead(part, visibility);
    }

    boolean mayJoin(Visibility visibility) {
        return this == ORGANISER || this == INVITED || this == COLLEAGUE && visibility != Visibility.PRIVATE;
    }

    /** Whether they have a link of the booking's room at Melun, besides what stands on its join sheet. */
    boolean mayConnect(Visibility visibility) {
        return mayWrite(BookingPart.CONTENT, visibility);
    }

    /** With a token, for each look at a password is dear on purpose. */
    public TestClient client(TestClient anonymous) {
        String token = TestClient.json(
                        anonymous.withBasic(email, PASSWORD).post("/api/v1/tokens", "{\"name\":\"audience\"}"))
                .get("token")
                .asString();
        return anonymous.withBearer(token);
    }

    /** Makes the accounts that the demo lacks. */
    public static void admit(TestClient administrator) {
        put(administrator, INVITED, "MEMBER", "\"grand-groupe\"", "[]");
        put(administrator, MANAGER_OF_ANOTHER_SITE, "SITE_MANAGER", "null", "[\"chelles\"]");
    }

    private static void put(
            TestClient administrator, BookingAudience who, String role, String organisation, String sites) {
        int status = administrator
                .put(
                        "/api/v1/admin/people/" + who.email,
                        "{\"name\":\"%s\",\"role\":\"%s\",\"organisation\":%s,\"sites\":%s,\"password\":\"%s\"}"
                                .formatted(who, role, organisation, sites, PASSWORD))
                .statusCode();
        if (status != 200) {
            throw new AssertionError(who + " was answered " + status);
        }
    }
}
