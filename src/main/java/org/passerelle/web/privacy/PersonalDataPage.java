package org.passerelle.web.privacy;

import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.PersonalDataExport;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of oneself, place by place, and all of it as a file. */
@Controller
class PersonalDataPage {

    private final PersonalDataExport export;
    private final PlaceNames names;
    private final JsonMapper json;

    PersonalDataPage(PersonalDataExport export, PlaceNames names, JsonMapper json) {
        this.export = export;
        this.names = names;
        this.json = json;
    }

    @Metered
    @GetMapping("/preferences/data")
    String show(@CurrentPerson Person person, Locale locale, Model model) {
        model.addAttribute("places", names.lines(export.held(person), locale));
        model.addAttribute("administers", person.administersTheNetwork());
        return "preferences-data";
    }

    @Metered
    @GetMapping("/preferences/data/file")
    ResponseEntity<String> file(@CurrentPerson Person person) {
        return PersonalDataFile.of(export.of(person), json);
    }
}
