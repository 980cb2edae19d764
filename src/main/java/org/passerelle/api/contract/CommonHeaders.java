package org.passerelle.api.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** The headers and parameters that mean the same at every operation. */
final class CommonHeaders {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Map<String, String> PARAMETERS = Map.of(
            HttpHeaders.IF_MATCH,
            "The ETag of what was read, such as a booking; 412 if it has changed since. Anything will do without it or for *",
            IDEMPOTENCY_KEY,
            "A text of one's own, at most 200 characters. The same again with the same body is answered 200 with what"
                    + " was made at first; with another body 422",
            "limit",
            "The most items to answer, 1 to 1000",
            "cursor",
            "The field next of the page before; the first page without it",
            "q",
            "Words to look for, at most 100 characters in all, whatever their case and accents; each may be part of a"
                    + " word",
            "recurrenceId",
            "The start that the rule of the series gave the date, as an instant such as 2026-12-08T08:00:00Z",
            "andFollowing",
            "Whether all later dates are meant as well, which splits the series",
            "from",
            "An instant with its offset, such as 2026-12-01T08:00:00Z",
            "to",
            "An instant with its offset, after from",
            "token",
            "The secret in the address of a feed");

    private CommonHeaders() {}

    static void declare(Components components) {
        components
                .addHeaders(
                        HttpHeaders.ETAG,
                        header("The state that was read, to be sent back as If-Match or If-None-Match", text()))
                .addHeaders(HttpHeaders.LOCATION, header("The address of what was made", text()))
                .addHeaders(
                        HttpHeaders.RETRY_AFTER,
                        header("In how many seconds to try again", new IntegerSchema().minimum(BigDecimal.ONE)))
                .addHeaders(HttpHeaders.WWW_AUTHENTICATE, header("How to sign in", text()));
    }

    private static Header header(String text, Schema<?> schema) {
        return new Header().description(text).schema(schema);
    }

    private static Schema<?> text() {
        return new StringSchema();
    }

    static Header reference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    /** Says what the parameters of {@code call} are for, as far as each is the same everywhere. */
    static void describe(Call call) {
        call.parameters().filter(each -> each.getDescription() == null).forEach(each -> {
            String text = PARAMETERS.get(each.getName());
            if (text != null) {
                each.setDescription(text);
            }
        });
    }
}
