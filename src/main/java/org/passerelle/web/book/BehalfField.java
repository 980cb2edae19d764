package org.passerelle.web.book;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.deputy.BookingOnBehalf;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The field that says for whom a booking is made, shown to whoever may make any for others. */
@Component
class BehalfField {

    static final String NAME = "onBehalfOf";

    private final BookingOnBehalf behalf;

    BehalfField(BookingOnBehalf behalf) {
        this.behalf = behalf;
    }

    void show(Person actor, MultiValueMap<String, String> sent, Model model) {
        if (BookingOnBehalf.isOfferedTo(actor)) {
            model.addAttribute("behalf", typed(sent));
            model.addAttribute("principals", behalf.principals(actor));
        }
    }

    /** Who books for whom; empty if they may not, which is then told. */
    Optional<Booker> booker(Person actor, MultiValueMap<String, String> sent, BookingForm form, Complaints complaints) {
        String typed = typed(sent);
        if (typed.isEmpty()) {
            return Optional.of(Booker.self(actor));
        }
        List<RoomId> rooms =
                form.rooms().stream().filter(Slug::isSlug).map(RoomId::new).toList();
        Optional<Booker> booker = EmailAddress.parse(typed).flatMap(address -> behalf.booker(actor, address, rooms));
        if (booker.isEmpty()) {
            complaints.add(NAME, "book.error.behalf");
        }
        return booker;
    }

    /** What makes two forms different that are alike but for whom they are. */
    static String said(Optional<Booker> booker) {
        return booker.filter(Booker::isOnBehalf)
                .map(each -> " for " + each.principal().id())
                .orElse("");
    }

    private static String typed(MultiValueMap<String, String> sent) {
        String typed = sent.getFirst(NAME);
        return typed == null ? "" : typed.strip();
    }
}
