package org.passerelle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.account.session.SignedIn;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.i18n.Languages;
import org.passerelle.platform.StoreStatus;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the frame around every page shows: who is signed in, which page this is, and the way to the other languages. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

    private final boolean hasMailbox;
    private final StoreStatus store;
    private final WaitingRequests requests;

    PageFrame(Environment environment, StoreStatus store, WaitingRequests requests) {
        this.store = store;
        this.requests = requests;
        this.hasMailbox = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * @param manages whether they run the network or a site of it
     * @param receives whether they manage a site, and so its reception
     * @param decides whether there is a site on whose requests they decide
     * @param requests how many wait for their decision
     * @param otherLanguages the ways to this page in all languages but its own
     * @param hasMailbox whether the mails that would have left can be looked at
     * @param trouble of the store, which everybody is told
     */
    record Frame(
            Optional<String> person,
            boolean manages,
            boolean receives,
            boolean decides,
            int requests,
            String here,
            List<OtherLanguage> otherLanguages,
            boolean hasMailbox,
            Optional<Trouble> trouble) {}

    /**
     * A page in another language.
     *
     * @param tag as BCP 47 has it
     * @param name what the language calls itself
     */
    record OtherLanguage(String tag, String name, String link) {

        private static OtherLanguage of(Locale language, HttpServletRequest request) {
            String tag = language.toLanguageTag();
            String link = ServletUriComponentsBuilder.fromRequest(request)
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam(LanguageChoice.PARAMETER, tag)
                    .build()
                    .toUriString();
            return new OtherLanguage(tag, Languages.name(language), link);
        }
    }

    /**
     * What the store cannot do just now.
     *
     * @param kind ends the key of the text that says it
     * @param reason for administrators of the network; empty for others
     */
    record Trouble(String kind, String reason) {

        private static Optional<Trouble> of(StoreStatus.StoreState state, Optional<Person> person) {
            boolean administers = person.filter(Person::administersTheNetwork).isPresent();
            return state.level() == StoreStatus.Level.WORKING
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            state.level().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            administers ? state.reason() : ""));
        }
    }

    @ModelAttribute("frame")
    Frame frame(@AuthenticationPrincipal @Nullable SignedIn signedIn, HttpServletRequest request, Locale locale) {
        begin(request);
        String path = request.getRequestURI();
        Optional<Person> person = Optional.ofNullable(signedIn).map(SignedIn::person);
        boolean manages = person.filter(
                        each -> each.role() == Role.SITE_MANAGER || each.role() == Role.NETWORK_ADMINISTRATOR)
                .isPresent();
        Optional<Trouble> trouble = Trouble.of(store.now(), person);
        boolean receives =
                person.filter(each -> each.role() == Role.SITE_MANAGER).isPresent();
        boolean decides = person.filter(Person::decidesSomewhere).isPresent();
        int waiting = person.filter(each -> decides && trouble.isEmpty())
                .map(this::waiting)
                .orElse(0);
        return new Frame(
                person.map(Person::name),
                manages,
                receives,
                decides,
                waiting,
                path,
                others(request, locale),
                hasMailbox,
                trouble);
    }

    private int waiting(Person person) {
        return requests.of(person, Optional.empty()).size();
    }

    private static List<OtherLanguage> others(HttpServletRequest request, Locale locale) {
        return Languages.SPOKEN.stream()
                .filter(language -> !language.equals(locale))
                .map(language -> OtherLanguage.of(language, request))
                .toList();
    }

    /** The cookie that belongs to the forms of a page must be set before the first byte of the page is on its way. */
    private static void begin(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
