package org.passerelle.security.throttle;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.platform.StoredKey;
import org.passerelle.platform.digest.Digests;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a browser shows that somebody signed in with it before (OWASP, "device cookies"): one for each account,
 * signed, and sent to the sign-in form alone. It opens nothing. It only lets its bearer try a password while strangers are slowed,
 * within a limit of its own.
 */
@Component
public class KnownDevices {

    static final Duration GOOD_FOR = Duration.ofDays(180);

    /** In one browser; the longest unused give way, for all are sent together. */
    static final int IN_A_BROWSER = 8;

    private static final String PREFIX = "device-";
    private static final String PATH = "/sign-in";
    private static final int ID_BITS = 128;

    private final StoredKey key;
    private final Accounts accounts;
    private final Clock clock;

    KnownDevices(MongoOperations mongo, Accounts accounts, Clock clock) {
        this.key = new StoredKey(mongo, "devices");
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Where the password for {@code account} comes from. */
    public PasswordSource sourceOf(HttpServletRequest request, String account) {
        PasswordSource stranger = PasswordSource.of(request.getRemoteAddr());
        return new PasswordSource(stranger.subscriber(), idOf(request, account));
    }

    /** The id of the browser, if it has signed in to {@code account} in the last 180 days. */
    private Optional<String> idOf(HttpServletRequest request, String account) {
        String name = nameOf(account);
        return cookiesOf(request)
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue().split("\\.", -1))
                .filter(parts -> parts.length == 3 && isGood(parts, account))
                .map(parts -> parts[0])
                .findFirst();
    }

    /** Gives the browser the cookie, or a fresh one. */
    public void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        String name = nameOf(account);
        String id = idOf(request, account).orElseGet(() -> Digests.randomText(ID_BITS));
        String since = String.valueOf(clock.instant().getEpochSecond());
        set(request, response, name, String.join(".", id, since, signature(account, id, since)), GOOD_FOR);
        List<Cookie> others = cookiesOf(request)
                .filter(cookie -> !cookie.getName().equals(name))
                .sorted(Comparator.comparing(KnownDevices::since).reversed())
                .toList();
        others.stream()
                .skip(IN_A_BROWSER - 1)
                .forEach(cookie -> set(request, response, cookie.getName(), "", Duration.ZERO));
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration goodFor) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(request.getContextPath() + PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(goodFor)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean isGood(String[] parts, String account) {
        byte[] told = parts[2].getBytes(StandardCharsets.US_ASCII);
        byte[] ours = signature(account, parts[0], parts[1]).getBytes(StandardCharsets.US_ASCII);
        // What is signed is a number.
        return Digests.same(ours, told)
                && clock.instant()
                        .isBefore(
                                Instant.ofEpochSecond(Long.parseLong(parts[1])).plus(GOOD_FOR));
    }

    private static String since(Cookie cookie) {
        String[] parts = cookie.getValue().split("\\.", -1);
        return parts.length == 3 ? parts[1] : "";
    }

    private static Stream<Cookie> cookiesOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().startsWith(PREFIX));
    }

    /** Does not tell the account to who looks over the cookies of a browser. */
    private String nameOf(String account) {
        return PREFIX + signature(account, "name", "").substring(0, 16);
    }

    /** By the id of the account, so that the cookie is good for nothing once somebody else has the address. */
    private String holder(String account) {
        return EmailAddress.parse(account.strip())
                .map(address -> accounts.idOf(address).text())
                .orElse(account);
    }

    private String signature(String account, String id, String since) {
        String text = String.join("\n", holder(account), id, since);
        byte[] mac = Digests.hmac(key.get(), text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
