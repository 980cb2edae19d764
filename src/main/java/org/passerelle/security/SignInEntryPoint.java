package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.security.session.ReturnPath;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends people to the sign-in page, which brings them back to the page they wanted, not to a picture on it or to the last of its
 * background calls; of those, one of htmx makes the whole page go there and come back to where it was.
 */
final class SignInEntryPoint implements AuthenticationEntryPoint {

    private static final String HTMX = "HX-Request";

    private final String signIn;

    SignInEntryPoint(String signIn) {
        this.signIn = signIn;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String page = request.getContextPath() + signIn;
        boolean isBackground = request.getHeader(HTMX) != null;
        send(request, response, page, isBackground ? ReturnPath.ofPage(request) : wanted(request));
    }

    /** On to {@code page}, from where it goes on to {@code next}; of htmx the whole page. */
    static void send(HttpServletRequest request, HttpServletResponse response, String page, Optional<ReturnPath> next)
            throws IOException {
        String target = next.map(path -> path.appendTo(page)).orElse(page);
        if (request.getHeader(HTMX) != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(target);
        }
    }

    private static Optional<ReturnPath> wanted(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        boolean isPage = HttpMethod.GET.matches(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().equals("/");
        String query = request.getQueryString();
        return isPage ? ReturnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query)) : Optional.empty();
    }
}
