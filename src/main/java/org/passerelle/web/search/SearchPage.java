package org.passerelle.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.phrase.Phrase;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.LastSite;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds rooms by when, how many, what and where. Its address holds the whole question, so that it can be passed on. */
@Controller
@Metered
class SearchPage {

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z]{1,20}");

    private final RoomFinder finder;
    private final SearchReader reader;
    private final SearchView view;
    private final PhraseBox phrases;
    private final Directories directories;
    private final LastSite lastSite;
    private final PageWords words;

    SearchPage(
            RoomFinder finder,
            SearchReader reader,
            SearchView view,
            PhraseBox phrases,
            Directories directories,
            LastSite lastSite,
            PageWords words) {
        this.finder = finder;
        this.reader = reader;
        this.view = view;
        this.phrases = phrases;
        this.directories = directories;
        this.lastSite = lastSite;
        this.words = words;
    }

    /** Without a day in the address nobody has asked yet, and only the form is shown. */
    @GetMapping("/search")
    String show(
            @CurrentPerson Person person,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Site last = site(SearchForm.of(sent), request);
        Optional<Phrase> phrase = Optional.ofNullable(sent.getFirst("q"))
                .filter(line -> !line.isBlank())
                .map(line -> phrases.read(line, last));
        MultiValueMap<String, String> fields = phrase.map(read -> PhraseFields.of(read, directories.current(), last))
                .orElse(sent);
        SearchForm typed = SearchForm.of(fields);
        Site clocks = phrase.isPresent() ? site(typed, request) : last;
        SearchForm form = phrase.isPresent() ? view.filled(typed, clocks) : typed;
        Complaints complaints = new Complaints(words, locale);
        boolean asked = phrase.map(read -> !read.parts().isEmpty()).orElse(sent.containsKey("date"));
        Optional<RoomQuery> query = asked ? reader.query(form, clocks, person, complaints) : Optional.empty();
        view.showForm(form, clocks, complaints, locale, model);
        phrase.ifPresent(read -> view.showPhrase(read, fields, form, locale, model));
        int most = most(sent.getFirst("show"));
        query.ifPresent(each -> {
            FoundRooms found = finder.find(each, most);
            view.showAnswer(each, found, form, clocks, locale, model);
            more(found, sent, most).ifPresent(link -> model.addAttribute("moreLink", link));
        });
        model.addAttribute("asked", asked);
        model.addAttribute("guest", !BookingRights.of(person).mayLookForRooms());
        return "search";
    }

    /** How many rooms to show: as many as are shown at first, or as a link for more says. */
    private static int most(@Nullable String shown) {
        int asked = shown != null && shown.matches("[0-9]{1,4}") ? Integer.parseInt(shown) : SearchView.AT_FIRST;
        return Math.max(SearchView.AT_FIRST, Math.min(asked, SearchView.MOST));
    }

    /** The address that shows more of what was found; empty where there is no more, or as much as is ever shown. */
    private static Optional<String> more(FoundRooms found, MultiValueMap<String, String> sent, int most) {
        if (found.more() == 0 || most >= SearchView.MOST) {
            return Optional.empty();
        }
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/search");
        List<String> values = new ArrayList<>();
        sent.forEach((name, all) -> all.stream()
                .filter(value -> !name.equals("show") && PARAMETER.matcher(name).matches())
                .flatMap(Stream::ofNullable)
                .forEach(value -> {
                    link.queryParam(name, "{value}");
                    values.add(value);
                }));
        link.queryParam("show", "{value}");
        values.add(Integer.toString(most + SearchView.AT_FIRST));
        return Optional.of(link.encode().buildAndExpand(values.toArray()).toUriString());
    }

    private Site site(SearchForm form, HttpServletRequest request) {
        String named = form.site().isEmpty() ? null : form.site();
        return lastSite.choose(named, request, directories.current())
                .orElseThrow(() -> new NoSuchPage("site " + form.site()));
    }
}
