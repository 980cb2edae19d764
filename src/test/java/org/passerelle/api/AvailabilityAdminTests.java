package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

class AvailabilityAdminTests extends HttpTest {

    @Test
    void findsNothingAmissAfterBookings() {
        BookingBody.at("2026-11-03T09:00", "chelles-visio").bookedBy(as(CAMILLE));
        BookingBody.at("2026-11-03T10:00", "chelles-visio")
                .every("FREQ=WEEKLY;COUNT=3")
                .bookedBy(as(NADIA));

        JsonNode findings = TestClient.json(as(ADMIN).post("/api/v1/admin/availability/check", ""));

        assertThat(findings.get("documents").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(findings.get("differences").asInt()).isZero();
        assertThat(findings.get("healed").asInt()).isZero();
        assertThat(findings.get("numbers")).isEmpty();
    }
}
