package org.passerelle.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.RoomQuery;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.LastSite;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.Words;
import org.passerelle.web.book.Complaints;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds rooms by when, how many, what and where. Its address holds the whole question, so that it can be passed on. */
@Controller
@Metered
class SearchPage {

    private final RoomFinder finder;
    private final SearchReader reader;
    private final SearchView view;
    private final Directories directories;
    private final LastSite lastSite;
    private final Words words;

    SearchPage(
            RoomFinder finder,
            SearchReader reader,
            SearchView view,
            Directories directories,
            LastSite lastSite,
            Words words) {
        this.finder = finder;
        this.reader = reader;
        this.view = view;
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
        SearchForm form = SearchForm.of(sent);
        Site clocks = site(form, request);
        Complaints complaints = new Complaints(words, locale);
        boolean asked = sent.containsKey("date");
        Optional<RoomQuery> query = asked ? reader.query(form, clocks, person, complaints) : Optional.empty();
        view.showForm(form, clocks, complaints, locale, model);
        query.ifPresent(
                each -> view.showAnswer(each, finder.find(each, SearchView.MOST + 1), form, clocks, locale, model));
        model.addAttribute("asked", asked);
        model.addAttribute("guest", person.role() == Role.GUEST);
        return "search";
    }

    private Site site(SearchForm form, HttpServletRequest request) {
        String named = form.site().isEmpty() ? null : form.site();
        return lastSite.choose(named, request, directories.current())
                .orElseThrow(() -> new NoSuchPage("site " + form.site()));
    }
}
