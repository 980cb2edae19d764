package org.passerelle.web.book;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.SubjectText.InviteeText;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.reception.ExpectedGuest;
import org.passerelle.reception.GuestLists;
import org.passerelle.web.people.BusyColleagues;
import org.passerelle.web.people.KnownPeople;
import org.passerelle.web.people.KnownPeople.InvitedPeople;
import org.passerelle.web.reception.TypedGuests;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The fields that say who comes: those who are invited, and guests for the reception. */
@Component
class PeopleField {

    private final KnownPeople known;
    private final BusyColleagues busy;
    private final GuestLists guestLists;

    PeopleField(KnownPeople known, BusyColleagues busy, GuestLists guestLists) {
        this.known = known;
        this.busy = busy;
        this.guestLists = guestLists;
    }

    /** Those who come. */
    record ComingPeople(List<InviteeText> invited, List<ExpectedGuest> guests) {}

    /** What is offered to whoever types, and which of the colleagues that are typed already are busy on the first date. */
    void show(Person actor, BookingForm form, Site site, Locale locale, Model model) {
        String invited = form.subject().who().invited();
        model.addAttribute("known", known.fitting(actor, ""));
        if (invited.isBlank()) {
            return;
        }
        SiteClock clock = SiteClock.of(site);
        OrderReader.schedule(FormTexts.firstDate(form.when()), clock)
                .value()
                .filter(when -> Length.mayBeLookedAt(when.length()))
                .ifPresent(when -> model.addAttribute(
                        "busyPeople",
                        busy.lines(
                                actor,
                                known.read(actor, invited).people(),
                                when.dateAt(when.start()),
                                clock.zone(),
                                locale)));
    }

    /** What is typed; there are complaints about what is not understood. */
    ComingPeople read(Person actor, BookingForm form, Complaints complaints) {
        InvitedPeople invited = known.read(actor, form.subject().who().invited());
        invited.unknown().forEach(name -> complaints.add("invited", "people.error.unknown", name));
        TypedGuests guests = TypedGuests.of(form.subject().who().guests());
        guests.faults().forEach(fault -> complaints.add("guests", fault.key(), fault.line()));
        return new ComingPeople(invited.people(), guests.guests());
    }

    /** Offers whoever types whom they know. */
    void offer(Person actor, Model model) {
        model.addAttribute("known", known.fitting(actor, ""));
    }

    /**
     * Whom a form invites that changes a booking; there are complaints about what is not understood.
     *
     * @param before who is invited already, whose names stay
     */
    List<InviteeText> invited(Person actor, BookingForm form, List<Attendee> before, Complaints complaints) {
        Map<String, String> names =
                before.stream().collect(Collectors.toMap(each -> each.email().value(), Attendee::name));
        return read(actor, form, complaints).invited().stream()
                .map(each -> String.valueOf(each.name()).isEmpty()
                        ? new InviteeText(each.email(), names.getOrDefault(String.valueOf(each.email()), ""))
                        : each)
                .toList();
    }

    void expect(Person actor, Booking made, List<ExpectedGuest> guests) {
        if (!guests.isEmpty()) {
            guestLists.put(actor, made, guests);
        }
    }
}
