package org.passerelle.web.device;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.Room;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What a sheet on paper and one on a panel have in common: what is dialled, and whom to call. */
@Component
class SheetParts {

    private final Conferences conferences;
    private final AccountRegister register;
    private final Directories directories;
    private final PageWords words;

    SheetParts(Conferences conferences, AccountRegister register, Directories directories, PageWords words) {
        this.conferences = conferences;
        this.register = register;
        this.directories = directories;
        this.words = words;
    }

    /** @param kind as {@code SIP} */
    record DialWay(String kind, String address, Optional<String> pin) {

        DialWay withoutPin() {
            return new DialWay(kind, address, Optional.empty());
        }
    }

    /**
     * Who helps when something does not work.
     *
     * @param operator who runs the site
     * @param managers whom to write to; the network's administrators where nobody manages the site
     */
    record Help(String operator, List<String> managers) {}

    /** Those that this room's device speaks, or all if it has none. */
    List<DialWay> ways(Room room, VideoMeeting meeting) {
        List<String> spoken = room.profile().joinMethods();
        return conferences.dialIns(meeting).stream()
                .filter(way -> spoken.isEmpty() || spoken.contains(way.kind().name()))
                .map(SheetParts::way)
                .toList();
    }

    private static DialWay way(DialIn dialIn) {
        return new DialWay(dialIn.kind().name(), dialIn.address(), dialIn.pin());
    }

    /** {@code name}, and when {@code meeting} is on the clocks there, if they show another time than those here. */
    String withTimes(String name, VideoMeeting meeting, ZoneId here, ZoneId there, Locale locale) {
        return WallTime.isSame(here, there, meeting.time().start())
                ? name
                : name + ", " + PageWords.times(meeting.time(), there) + " " + words.zone(there, locale);
    }

    Help help(Room room) {
        Directory directory = directories.current();
        String operator = directory.operators().stream()
                .filter(each -> each.id().equals(directory.siteOf(room).operator()))
                .map(Operator::name)
                .findFirst()
                .orElse("");
        List<String> managers = addresses(person -> person.manages(room.site()));
        return new Help(operator, managers.isEmpty() ? addresses(Person::administersTheNetwork) : managers);
    }

    private List<String> addresses(Predicate<Person> those) {
        return register.people().stream()
                .filter(those)
                .map(person -> person.email().value())
                .toList();
    }
}
