package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;

class WholeAnswersTests extends HttpTest {

    private static final int BUFFER = 8 * 1024;

    @Test
    void tellsTheLengthOfASmallAnswer() {
        HttpResponse<String> answer = as(CAMILLE).get("/api/v1/me");

        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
        assertThat(answer.headers().map()).doesNotContainKey("transfer-encoding");
    }

    @Test
    void sendsALargeAnswerToItsEnd() {
        HttpResponse<String> answer = as(CAMILLE).get("/api/v1/rooms");

        assertThat(answer.body()).hasSizeGreaterThan(BUFFER).endsWith("}");
    }
}
