package org.passerelle.invitation.offers;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.directory.Room;

/** Whether rooms are open to somebody who writes to them: the same as for their invitation itself. */
enum Admission {
    REFUSED,
    /** If a manager agrees. */
    ASKS,
    FREE;

    /** Of all of {@code rooms} at once. */
    static Admission to(List<Room> rooms, EmailAddress whom, Optional<Person> account) {
        Admission least = FREE;
        for (Room room : rooms) {
            Admission here = to(room.profile().mail(), whom, account, room);
            least = here.compareTo(least) < 0 ? here : least;
        }
        return least;
    }

    private static Admission to(MailRules rules, EmailAddress whom, Optional<Person> account, Room room) {
        boolean isOpen = account.isPresent()
                ? rules.outsiders() != Outsiders.NOBODY || account.get().manages(room.site())
                : rules.outsiders() == Outsiders.APPROVAL
                        || rules.outsiders() == Outsiders.DOMAINS && rules.admits(whom.value());
        if (!isOpen || rules.mode() == Mode.NONE || rules.mode() == Mode.DECLINE) {
            return REFUSED;
        }
        boolean asks =
                rules.mode() == Mode.DECLINE_IF_BUSY || account.isEmpty() && rules.outsiders() == Outsiders.APPROVAL;
        return asks ? ASKS : FREE;
    }
}
