package org.passerelle.api.booking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.passerelle.platform.digest.Digests;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sums up the body of a request that may bear an {@code Idempotency-Key}, as it was sent: what this version understands of it
 * does not matter, so that a retry that meets a newer version is still the same request. Neither white space nor the order of
 * fields makes another body.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class SentBody extends RequestBodyAdviceAdapter {

    private static final String DIGEST = SentBody.class.getName() + ".DIGEST";
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /** The SHA-256 of what the body of the present request says, in hexadecimal digits. */
    static String digest() {
        Object digest = attributes().getAttribute(DIGEST, RequestAttributes.SCOPE_REQUEST);
        if (digest == null) {
            throw new IllegalStateException("No body was summed up");
        }
        return (String) digest;
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        for (var parameter : body.getExecutable().getParameters()) {
            RequestHeader header = parameter.getAnnotation(RequestHeader.class);
            if (header != null && IdempotencyKey.HEADER.equals(header.name())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage sent, MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] bytes = sent.getBody().readAllBytes();
        boolean isRepeatable = sent.getHeaders().getFirst(IdempotencyKey.HEADER) != null;
        String digest = isRepeatable ? digest(bytes) : Digests.hex(bytes);
        attributes().setAttribute(DIGEST, digest, RequestAttributes.SCOPE_REQUEST);
        return new Read(sent.getHeaders(), bytes);
    }

    private static String digest(byte[] body) {
        try {
            return Digests.hex(SORTED.writeValueAsBytes(SORTED.readTree(body)));
        } catch (JacksonException unreadable) {
            // Whoever reads it next says what is wrong with it.
            return Digests.hex(body);
        }
    }

    private static RequestAttributes attributes() {
        return RequestContextHolder.currentRequestAttributes();
    }

    /** A body that was read once, to be read again. Bodies are bounded before anything reads them. */
    private record Read(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
