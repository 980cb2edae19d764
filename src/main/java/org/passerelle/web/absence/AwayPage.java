package org.passerelle.web.absence;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Preferences;
import org.passerelle.booking.HandingOver;
import org.passerelle.booking.absence.AbsenceWish;
import org.passerelle.booking.absence.AbsentBooking;
import org.passerelle.booking.absence.BookingsOfAbsentees;
import org.passerelle.booking.model.Owner;
import org.passerelle.directory.Directories;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calls off or hands over what one has booked for days on which one is away; first it is shown, and nothing is done. */
@Controller
@Metered
class AwayPage {

    private static final String CALL_OFF = "CALL_OFF";
    private static final String HAND_OVER = "HAND_OVER";
    private static final int MOST_DAYS = 800;

    private final BookingsOfAbsentees absentees;
    private final AwayLines lines;
    private final Accounts accounts;
    private final Preferences preferences;
    private final Directories directories;

    AwayPage(
            BookingsOfAbsentees absentees,
            AwayLines lines,
            Accounts accounts,
            Preferences preferences,
            Directories directories) {
        this.absentees = absentees;
        this.lines = lines;
        this.accounts = accounts;
        this.preferences = preferences;
        this.directories = directories;
    }

    /** The form as it was filled in. */
    record AwayForm(String from, String to, String bookings, String handOverTo) {

        boolean isEmpty() {
            return from.isEmpty() && to.isEmpty();
        }
    }

    /** What is to be done: from the beginning of the first day until the end of the last. */
    private record Asked(Interval away, AbsenceWish wish) {}

    @GetMapping("/away")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = CALL_OFF) String bookings,
            @RequestParam(defaultValue = "") String handOverTo,
            Locale locale,
            Model model) {
        AwayForm form = new AwayForm(from.strip(), to.strip(), bookings, handOverTo.strip());
        model.addAttribute("form", form);
        if (!form.isEmpty()) {
            Optional<Asked> asked = asked(person, form, model);
            asked.ifPresent(each -> model.addAttribute(
                    "found", lines.of(absentees.foresee(person, each.away(), each.wish()), zone(person), locale)));
        }
        return "away";
    }

    @PostMapping("/away")
    String treat(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String bookings,
            @RequestParam(defaultValue = "") String handOverTo,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        AwayForm form = new AwayForm(from.strip(), to.strip(), bookings, handOverTo.strip());
        Optional<Asked> asked = asked(person, form, model);
        if (asked.isEmpty()) {
            model.addAttribute("form", form);
            return "away";
        }
        List<AbsentBooking> treated =
                absentees.treat(person, asked.get().away(), asked.get().wish());
        next.addFlashAttribute("done", treated.size());
        next.addFlashAttribute("wish", form.bookings());
        next.addFlashAttribute(
                "kept",
                lines.of(
                        treated.stream()
                                .filter(each -> !each.refusals().isEmpty())
                                .toList(),
                        zone(person),
                        locale));
        return "redirect:/away";
    }

    private Optional<Asked> asked(Person person, AwayForm form, Model model) {
        Optional<Interval> away = days(form, zone(person));
        if (away.isEmpty()) {
            model.addAttribute("refused", "days");
            return Optional.empty();
        }
        if (form.bookings().equals(CALL_OFF)) {
            return Optional.of(new Asked(away.get(), new AbsenceWish.CallOff()));
        }
        if (!form.bookings().equals(HAND_OVER)) {
            model.addAttribute("refused", "wish");
            return Optional.empty();
        }
        Optional<Person> colleague = EmailAddress.parse(form.handOverTo())
                .filter(other -> !other.equals(person.email()))
                .flatMap(accounts::person)
                .filter(other -> HandingOver.mayTake(other, Owner.of(person)));
        if (colleague.isEmpty()) {
            model.addAttribute("refused", "colleague");
        }
        return colleague.map(other -> new Asked(away.get(), new AbsenceWish.HandOverTo(other)));
    }

    private static Optional<Interval> days(AwayForm form, ZoneId zone) {
        return WrittenTimes.ifReadable(form.from(), WrittenTimes::date)
                .flatMap(first -> WrittenTimes.ifReadable(form.to(), WrittenTimes::date)
                        .filter(last -> !last.isBefore(first) && !last.isAfter(first.plusDays(MOST_DAYS)))
                        .map(last -> Interval.of(
                                first.atStartOfDay(zone).toInstant(),
                                last.plusDays(1).atStartOfDay(zone).toInstant())));
    }

    private ZoneId zone(Person person) {
        return preferences.of(person.id()).zone().orElseGet(() -> ReaderZone.of(person, directories.current()));
    }
}
