package org.passerelle.security.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.net.ClientAddress;
import org.passerelle.security.throttle.FixedWindowLimit;
import org.passerelle.security.throttle.TooManyAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Forms that were sent when their session had ended, kept for an hour under a secret that the browser alone is told, until whoever
 * sent it has signed in again. Passwords are not kept. All of them together take no more than {@value #MOST_BYTES} bytes; a
 * network keeps {@value #FORMS} in ten minutes at most, so that it pushes out nobody else's.
 */
@Component
public class KeptForms {

    /** The page that shows one of them, under its secret. */
    public static final String PATH = "/resume/";

    static final int LONGEST = 64 * 1024;
    static final int FORMS = 60;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int SECRET_BITS = 128;

    /** Forms with a password in them, and nothing else that takes long to write. */
    private static final Set<String> PASSWORDS = Set.of("/password", "/passkeys");

    private static final Set<String> LEFT_OUT = Set.of("_csrf", "password");

    private final FixedWindowLimit limit;
    private final Cache<String, KeptForm> forms;

    KeptForms(Ticker ticker) {
        this.limit = new FixedWindowLimit(FORMS, WINDOW, ticker);
        this.forms = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher((String secret, KeptForm form) -> form.weight())
                .ticker(ticker)
                .build();
    }

    /**
     * A form as it was sent.
     *
     * @param path where to
     * @param fields in their order, but for passwords and the token that belonged to the session
     * @param page on which it was filled in, if the browser told
     */
    public record KeptForm(String path, List<KeptField> fields, Optional<ReturnPath> page) {

        public KeptForm {
            fields = List.copyOf(fields);
        }

        private int weight() {
            return 200
                    + 2 * path.length()
                    + fields.stream()
                            .mapToInt(field -> 100
                                    + 2 * (field.name().length() + field.value().length()))
                            .sum();
        }
    }

    /** One of them; those that are sent more than once are several. */
    public record KeptField(String name, String value) {}

    /**
     * Keeps what {@code request} sends, which a page of ours has to have sent.
     *
     * @return the page that shows it again; empty for what is too long, is no plain form, or is of passwords
     */
    public Optional<ReturnPath> keep(HttpServletRequest request) {
        if (!isPlainForm(request) || !isFromOwnPage(request) || !isWithinLimit(request)) {
            return Optional.empty();
        }
        List<KeptField> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                Arrays.stream(values).forEach(value -> fields.add(new KeptField(name, value)));
            }
        });
        Optional<ReturnPath> path = ReturnPath.of(request.getRequestURI());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String secret = Digests.randomText(SECRET_BITS);
        forms.put(secret, new KeptForm(path.get().value(), fields, ReturnPath.ofPage(request)));
        return ReturnPath.of(request.getContextPath() + PATH + secret);
    }

    /** The page of ours that has sent {@code request}. */
    public static Optional<ReturnPath> pageOf(HttpServletRequest request) {
        return isFromOwnPage(request) ? ReturnPath.ofPage(request) : Optional.empty();
    }

    public Optional<KeptForm> find(String secret) {
        return Optional.ofNullable(forms.getIfPresent(secret));
    }

    private static boolean isPlainForm(HttpServletRequest request) {
        String type = request.getContentType();
        long length = request.getContentLengthLong();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && length >= 0
                && length <= LONGEST
                && !PASSWORDS.contains(request.getRequestURI()
                        .substring(request.getContextPath().length()));
    }

    /** What another site sends was refused before; so whatever tells an origin tells ours. */
    private static boolean isFromOwnPage(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || request.getHeader(HttpHeaders.ORIGIN) != null;
    }

    private boolean isWithinLimit(HttpServletRequest request) {
        try {
            limit.take(ClientAddress.of(request.getRemoteAddr()).subscriber());
            return true;
        } catch (TooManyAttempts e) {
            return false;
        }
    }
}
