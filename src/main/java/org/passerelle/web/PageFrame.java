package org.passerelle.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.session.SignedIn;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.i18n.Languages;
import org.passerelle.platform.StoreStatus;
import org.passerelle.security.origin.UnsaidProtocol;
import org.passerelle.web.brand.Brand;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the frame around every page shows: who is signed in, which page this is, what they manage, and the way to the other
 * languages. Pages of errors have it too.
 */
@ControllerAdvice(basePackageClasses = PageFrame.class, assignableTypes = BasicErrorController.class)
class PageFrame {

    private final boolean hasMailbox;
    private final StoreStatus store;
    private final UnsaidProtocol unsaid;
    private final WaitingRequests requests;
    private final Brand brand;
    private final Directories directories;
    private final Clock clock;

    PageFrame(
            Environment environment,
            StoreStatus store,
            UnsaidProtocol unsaid,
            WaitingRequests requests,
            Brand brand,
            Directories directories,
            Clock clock) {
        this.directories = directories;
        this.clock = clock;
        this.store = store;
        this.unsaid = unsaid;
        this.requests = requests;
        this.brand = brand;
        this.hasMailbox = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * @param brand what the network has set of its own
     * @param manage the area of what they manage; empty for whoever manages nothing
     * @param otherLanguages the ways to this page in all languages but its own
     * @param hasMailbox whether the mails that would have left can be looked at
     * @param trouble of the store, which everybody is told
     * @param hasUnsaidProtocol whether the proxy is to be set up better, which administrators of the network are told
     * @param today as {@link ReaderZone} has it, for fields in which one writes a day
     */
    record Frame(
            Brand brand,
            Optional<Owner> person,
            ManageMenu manage,
            String here,
            List<OtherLanguage> otherLanguages,
            boolean hasMailbox,
            Optional<Trouble> trouble,
            boolean hasUnsaidProtocol,
            LocalDate today) {

        /** For a field for a day at {@code site}, see {@link ClosedDays}. */
        public String closedDays(Site site) {
            return ClosedDays.of(site, today);
        }
    }

    /** @param initials two letters at most, for where there is no room for the name */
    record Owner(String name, String email, String initials) {

        private static Owner of(Person person) {
            String[] words = person.name().strip().split("\\s+");
            String last = words.length > 1 ? first(words[words.length - 1]) : "";
            return new Owner(person.name(), person.email().value(), first(words[0]) + last);
        }

        private static String first(String word) {
            return word.codePoints()
                    .limit(1)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining())
                    .toUpperCase(Locale.ROOT);
        }
    }

    /**
     * A page in another language.
     *
     * @param tag as BCP 47 has it
     * @param name what the language calls itself
     */
    record OtherLanguage(String tag, String name, String link) {

        private static OtherLanguage of(Locale language, HttpServletRequest request) {
            String tag = language.toLanguageTag();
            UriComponentsBuilder here = ServletUriComponentsBuilder.fromRequest(request)
                    .scheme(null)
                    .host(null)
                    .port(null);
            if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
                here.replacePath(path);
            }
            String link = here.replaceQueryParam(LanguageChoice.PARAMETER, tag)
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
        boolean isOfAnError = request.getDispatcherType() == DispatcherType.ERROR;
        Optional<Person> person = Optional.ofNullable(signedIn).map(SignedIn::person);
        Optional<Trouble> trouble = Trouble.of(store.now(), person);
        String here = isOfAnError ? "" : request.getRequestURI();
        // What went wrong may be that they cannot be read.
        boolean isCounted = trouble.isEmpty() && !isOfAnError;
        return new Frame(
                brand,
                person.map(Owner::of),
                person.map(each -> ManageMenu.of(each, here, isCounted ? waiting(each) : 0))
                        .orElse(ManageMenu.NOTHING),
                here,
                others(request, locale),
                hasMailbox,
                trouble,
                unsaid.isUnsaid()
                        && person.filter(Person::administersTheNetwork).isPresent(),
                today(person));
    }

    private LocalDate today(Optional<Person> person) {
        Directory directory = directories.current();
        ZoneId zone = person.map(each -> ReaderZone.of(each, directory))
                .orElseGet(() ->
                        directory.sites().stream().findFirst().map(Site::zone).orElse(ZoneOffset.UTC));
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private int waiting(Person person) {
        return person.decidesSomewhere() ? requests.of(person, Optional.empty()).size() : 0;
    }

    /** A form that went wrong cannot be shown again by following a link. */
    private static List<OtherLanguage> others(HttpServletRequest request, Locale locale) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return failed instanceof String method && !HttpMethod.GET.matches(method)
                ? List.of()
                : otherLanguages(request, locale);
    }

    private static List<OtherLanguage> otherLanguages(HttpServletRequest request, Locale locale) {
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
