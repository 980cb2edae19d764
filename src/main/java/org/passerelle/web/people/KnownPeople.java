package org.passerelle.web.people;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.order.SubjectText.InviteeText;
import org.passerelle.booking.search.BookingWords;
import org.passerelle.web.people.TypedPeople.TypedPerson;
import org.springframework.stereotype.Component;

/**
 * Whom somebody knows: their colleagues, and those whom they themselves invited within half a year. Nobody else is ever told of,
 * nor is it said whether an address has an account; guests know nobody.
 */
@Component
public class KnownPeople {

    /** So many are offered at a time. */
    public static final int MOST_OFFERED = 8;

    private static final Duration REMEMBERED = Duration.ofDays(182);
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final AccountRegister register;
    private final ReadingBookings reading;
    private final Clock clock;

    KnownPeople(AccountRegister register, ReadingBookings reading, Clock clock) {
        this.register = register;
        this.reading = reading;
        this.clock = clock;
    }

    /** @param name empty of whom only the address is known */
    public record KnownPerson(EmailAddress email, String name) {}

    /**
     * Whom somebody wishes to invite.
     *
     * @param unknown what is neither an address nor the name of one person whom they know
     */
    public record InvitedPeople(List<InviteeText> people, List<String> unknown) {}

    /** Those who fit what is typed last, whom they invited most often first; all of these if nothing is. */
    public List<KnownPerson> fitting(Person person, String typed) {
        TypedPeople read = TypedPeople.of(typed);
        String begun = BookingWords.plain(read.last());
        Set<String> there = read.people().stream()
                .map(each -> BookingWords.plain(each.email()))
                .filter(email -> !email.equals(begun))
                .collect(Collectors.toSet());
        return known(person).stream()
                .filter(each -> !there.contains(each.email().value()))
                .filter(each -> fits(each, begun))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** What was typed; a name stands for whoever alone has it among those whom {@code person} knows. */
    public InvitedPeople read(Person person, String typed) {
        List<TypedPerson> people = TypedPeople.of(typed).people();
        Map<String, List<KnownPerson>> byName =
                people.stream().allMatch(each -> !each.email().isEmpty())
                        ? Map.of()
                        : known(person).stream().collect(Collectors.groupingBy(each -> sorted(each.name())));
        List<InviteeText> invited = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (TypedPerson each : people) {
            List<KnownPerson> named = byName.getOrDefault(sorted(each.name()), List.of());
            if (!each.email().isEmpty()) {
                invited.add(new InviteeText(each.email(), each.name()));
            } else if (named.size() == 1) {
                invited.add(new InviteeText(
                        named.get(0).email().value(), named.get(0).name()));
            } else {
                unknown.add(each.name());
            }
        }
        return new InvitedPeople(List.copyOf(invited), List.copyOf(unknown));
    }

    /** Those of {@code invited} who are colleagues of {@code person}. */
    List<Person> colleagues(Person person, List<InviteeText> invited) {
        Set<String> addresses = invited.stream()
                .map(each -> BookingWords.plain(String.valueOf(each.email())))
                .collect(Collectors.toSet());
        return colleagues(person)
                .filter(each -> addresses.contains(each.email().value()))
                .toList();
    }

    private Stream<Person> colleagues(Person person) {
        return person.role() == Role.GUEST || person.organisation().isEmpty()
                ? Stream.empty()
                : register.people().stream()
                        .filter(each -> each.organisation().equals(person.organisation()))
                        .filter(each -> !each.id().equals(person.id()));
    }

    private List<KnownPerson> known(Person person) {
        if (person.role() == Role.GUEST) {
            return List.of();
        }
        Map<EmailAddress, KnownPerson> known = new LinkedHashMap<>();
        Map<EmailAddress, Integer> times = new LinkedHashMap<>();
        colleagues(person).forEach(each -> known.put(each.email(), new KnownPerson(each.email(), each.name())));
        for (Booking booking : reading.madeBy(person.id(), clock.instant().minus(REMEMBERED))) {
            booking.content().attendees().forEach(each -> {
                times.merge(each.email(), 1, Integer::sum);
                known.putIfAbsent(each.email(), new KnownPerson(each.email(), each.name()));
            });
        }
        return known.values().stream()
                .filter(each -> !each.email().equals(person.email()))
                .sorted(Comparator.comparing((KnownPerson each) -> -times.getOrDefault(each.email(), 0))
                        .thenComparing(each -> BookingWords.plain(each.name())))
                .toList();
    }

    /** Whether a word of the name, or the address, begins so. */
    private static boolean fits(KnownPerson person, String begun) {
        String name = BookingWords.plain(person.name());
        return person.email().value().startsWith(begun)
                || name.startsWith(begun)
                || WORDS.splitAsStream(name).anyMatch(word -> word.startsWith(begun));
    }

    /** The words of a name in one order, for some put the family name first; empty of no name. */
    private static String sorted(String name) {
        return WORDS.splitAsStream(BookingWords.plain(name))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
