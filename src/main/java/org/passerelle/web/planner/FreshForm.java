package org.passerelle.web.planner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.web.LastSite;
import org.passerelle.web.book.BookingForm.When;
import org.passerelle.web.book.FormDefaults;
import org.passerelle.web.planner.MeetingTimesForm.PartyRow;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Fills in what somebody has not said yet, and adds and removes parties. */
@Component
class FreshForm {

    private static final String USUAL_PEOPLE = "4";

    private final Directories directories;
    private final LastSite lastSite;
    private final FormDefaults defaults;

    FreshForm(Directories directories, LastSite lastSite, FormDefaults defaults) {
        this.directories = directories;
        this.lastSite = lastSite;
        this.defaults = defaults;
    }

    /** With the site looked at last and another one, and the next open day there, where nothing was sent. */
    MeetingTimesForm fill(MeetingTimesForm form, MultiValueMap<String, String> sent, HttpServletRequest request) {
        Directory directory = directories.current();
        Optional<Site> here = lastSite.choose(null, request, directory);
        MeetingTimesForm filled = form;
        if (!sent.containsKey("site")) {
            Stream<Site> another = directory.sites().stream()
                    .filter(site -> !site.equals(here.orElse(null)))
                    .limit(1);
            filled = filled.with(Stream.concat(here.stream(), another)
                    .map(site -> row(site.id().value()))
                    .toList());
        }
        if (!sent.containsKey("date") && here.isPresent()) {
            When when = defaults.fill(new When("", "", "", ""), here.get());
            filled = filled.with(filled.span().withDate(when.date()));
        }
        return filled;
    }

    /** With one party more or less, if a button asked for that; {@code model} learns which row to go on with. */
    Optional<MeetingTimesForm> changed(MeetingTimesForm form, MultiValueMap<String, String> sent, Model model) {
        if (sent.containsKey("add")) {
            model.addAttribute("focus", form.parties().size());
            return Optional.of(form.withOneMore(row(nextSite(form))));
        }
        String remove = Objects.requireNonNullElse(sent.getFirst("remove"), "");
        if (remove.matches("[0-9]{1,2}")) {
            int position = Integer.parseInt(remove);
            model.addAttribute(
                    "focus", Math.max(0, Math.min(position, form.parties().size() - 2)));
            return Optional.of(form.without(position));
        }
        return Optional.empty();
    }

    private static PartyRow row(String site) {
        return new PartyRow(site, USUAL_PEOPLE, "");
    }

    /** One that is not there yet, if there is one. */
    private String nextSite(MeetingTimesForm form) {
        List<String> there = form.parties().stream().map(PartyRow::site).toList();
        return directories.current().sites().stream()
                .map(site -> site.id().value())
                .filter(id -> !there.contains(id))
                .findFirst()
                .orElse(there.isEmpty() ? "" : there.get(0));
    }
}
