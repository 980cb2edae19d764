package org.passerelle.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The address with which somebody has just tried to sign in, so that they need not type it again. It is kept by their own
 * browser, for a minute, and stands in no address and no log.
 */
public final class TriedAddress {

    private static final String NAME = "tried";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private TriedAddress() {}

    static void keep(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getParameter("email"))
                .map(String::strip)
                .filter(text -> EmailAddress.parse(text).isPresent())
                .ifPresent(text -> set(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                        KEPT,
                        request,
                        response));
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, NAME) != null) {
            set("", Duration.ZERO, request, response);
        }
    }

    /** Empty if there is none, or no address. */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .flatMap(TriedAddress::decoded)
                .filter(text -> EmailAddress.parse(text).isPresent());
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void set(String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path(request.getContextPath() + "/sign-in")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
