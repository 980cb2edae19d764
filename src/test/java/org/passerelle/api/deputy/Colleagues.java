package org.passerelle.api.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import org.passerelle.TestClient;

/** Accounts that a test makes for itself, of one organisation, and ends. */
public record Colleagues(TestClient admin, String organisation) {

    public static final String PASSWORD = "quatre chevaux verts";

    private static final String PEOPLE = "/api/v1/admin/people/";
    private static final String ORGANISATIONS = "/api/v1/admin/organisations/";

    /** The address of somebody of it. */
    public String address(String name) {
        return name + "@" + organisation + ".example";
    }

    public void begin(String... names) {
        assertThat(admin.put(ORGANISATIONS + organisation, "{\"name\":\"Étude\"}")
                        .statusCode())
                .isEqualTo(200);
        for (String name : names) {
            put(name, "MEMBER", "");
        }
    }

    /** @param sites such as {@code "melun"}, with the quotes */
    public void put(String name, String role, String sites) {
        String person = """
                {"name":"%s","role":"%s","organisation":"%s","sites":[%s],"password":"%s"}""".formatted(name, role, organisation, sites, PASSWORD);
        assertThat(admin.put(PEOPLE + address(name), person).statusCode()).isEqualTo(200);
    }

    public void end(String... names) {
        for (String name : names) {
            assertThat(admin.delete(PEOPLE + address(name) + "?bookings=CANCEL").statusCode())
                    .isEqualTo(204);
        }
        admin.delete(ORGANISATIONS + organisation);
    }

    public TestClient as(String name) {
        return admin.withBasic(address(name), PASSWORD);
    }
}
