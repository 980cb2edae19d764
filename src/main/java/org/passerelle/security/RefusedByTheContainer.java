package org.passerelle.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Words as a problem what Tomcat refuses before the program sees it: a null byte or an encoded slash in the address, headers
 * too long. It does not know the client's language yet, so it speaks English.
 */
final class RefusedByTheContainer extends ErrorReportValve {

    private static final String SECONDS_UNTIL_IT_IS_UP = "10";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable e) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (!isIoAllowed(response)) {
            return;
        }
        try {
            if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_IT_IS_UP);
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            byte[] body = problemOf(status).getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody waits for the refusal any more", gone);
        }
    }

    private static boolean isIoAllowed(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static String problemOf(int status) {
        if (status == HttpStatus.BAD_REQUEST.value()) {
            return "{\"type\":\"/problems/invalid-request\",\"title\":\"Invalid request\",\"status\":400,"
                    + "\"detail\":\"The address or a header is malformed or too long.\",\"errors\":[]}";
        }
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}";
    }
}
