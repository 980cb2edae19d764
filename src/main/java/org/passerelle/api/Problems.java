package org.passerelle.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;

/** Words problems in the client's language: English unless {@code Accept-Language} prefers another. */
@Component
public class Problems {

    private final LanguageBundle messages = new LanguageBundle("org/passerelle/api/messages");

    /** A problem whose title is the message {@code title.<token>} and whose detail is {@code problem.<token>}. */
    public ProblemDetail of(ProblemType type, HttpServletRequest request, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(type.status());
        problem.setType(type.uri());
        problem.setTitle(text("title." + type.token(), request));
        problem.setDetail(text("problem." + type.token(), request, arguments));
        return problem;
    }

    /** A problem about the type of a body, which names the one of {@code known} to use instead, if there is any. */
    ProblemDetail ofMedia(ProblemType type, HttpServletRequest request, List<MediaType> known) {
        ProblemDetail problem = of(type, request);
        best(known).ifPresent(name -> problem.setDetail(text("problem." + type.token() + ".instead", request, name)));
        return problem;
    }

    /** JSON where it will do, else what comes first; without its charset. */
    private static Optional<String> best(List<MediaType> types) {
        return types.contains(MediaType.APPLICATION_JSON)
                ? Optional.of(MediaType.APPLICATION_JSON_VALUE)
                : types.stream()
                        .filter(MimeType::isConcrete)
                        .map(type -> type.getType() + '/' + type.getSubtype())
                        .findFirst();
    }

    public ProblemDetail invalid(List<FieldError> errors, HttpServletRequest request) {
        ProblemDetail problem = of(ProblemType.INVALID_REQUEST, request);
        problem.setProperty(
                "errors",
                errors.stream()
                        .map(error -> new FieldError(
                                error.field(),
                                text(error.message(), request, error.details().toArray())))
                        .toList());
        return problem;
    }

    /** The message of this key, or {@code key} itself where there is none. */
    String text(String key, HttpServletRequest request, Object... arguments) {
        return messages.find(key, languageOf(request), arguments).orElse(key);
    }

    public static Locale languageOf(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .map(header -> Locale.lookup(Locale.LanguageRange.parse(header), Languages.SPOKEN))
                    .orElse(Languages.DEFAULT);
        } catch (IllegalArgumentException e) {
            return Languages.DEFAULT;
        }
    }

    /** Whether {@code request} comes from somebody who looks at pages and should be shown one. */
    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
