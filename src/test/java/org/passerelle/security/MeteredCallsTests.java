package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.platform.work.Metered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TestPropertySource(
        properties = {
            "passerelle.processor.at-once=PT0.001S",
            "passerelle.processor.a-minute=PT0.001S",
            "passerelle.processor.free=PT0S"
        })
class MeteredCallsTests extends HttpTest {

    private static final String SEARCH = """
            {"from":"2026-06-01T08:00:00Z","to":"2026-06-01T09:00:00Z","recurrence":"FREQ=DAILY;COUNT=300","attendees":2}""";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void areRefusedOnceTheShareIsSpentAndTheOthersAreNot() {
        assertThat(search(CAMILLE).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = search(CAMILLE);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("/problems/too-many-requests").contains("Nothing was done");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
                .isPositive();
        assertThat(as(CAMILLE).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(search(NADIA).statusCode()).isEqualTo(200);
    }

    @Test
    void areAllThatCanCostMuch() {
        Set<String> metered = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.hasMethodAnnotation(Metered.class)
                    || method.getBeanType().isAnnotationPresent(Metered.class)) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues().forEach(path -> metered.add(verb + " " + path)));
            }
        });

        assertThat(metered)
                .containsAll(List.of(
                        "GET /api/v1/bookings",
                        "GET /api/v1/rooms/{id}/busy",
                        "GET /api/v1/rooms/{id}/rights",
                        "GET /rooms/{id}/rights",
                        "GET /search",
                        "PATCH /api/v1/bookings/{id}",
                        "PATCH /api/v1/bookings/{id}/occurrences/{recurrenceId}",
                        "POST /api/v1/availability/conference",
                        "POST /api/v1/availability/rooms",
                        "POST /api/v1/bookings",
                        "POST /api/v1/imports",
                        "POST /api/v1/imports/{id}/refresh",
                        "POST /api/v1/waitlist",
                        "POST /imports",
                        "PUT /api/v1/admin/directory"))
                // Giving something back costs little; what leaves the directory is looked for in all bookings.
                .noneMatch(call -> call.startsWith("DELETE") && !call.contains("/admin/"));
    }

    private HttpResponse<String> search(String email) {
        return as(email).post("/api/v1/availability/rooms", SEARCH);
    }
}
