package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.passerelle.MutableClock;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.People;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.file.DirectoryFile;
import org.passerelle.directory.file.Network;
import org.passerelle.time.Interval;

/**
 * Who may book what: a person, a room, a time, a length and whether it recurs, with what becomes of it and what people are told, in
 * both languages. The rooms and their rules are those of {@code rights/network.yaml}.
 */
class BookingRightsTableTests {

    private static final Directory DIRECTORY = directory();

    private static final Person OTHER_MANAGER = new Person(
            AccountsInMemory.id("operator@rebais.example"),
            new EmailAddress("operator@rebais.example"),
            "",
            Role.SITE_MANAGER,
            Optional.empty(),
            Set.of(new SiteId("rebais")));

    /** Without an account, by the public page of a site. */
    private static final Person VISITOR = new Person(
            new OutsiderId(new EmailAddress("kim@example.org")),
            new EmailAddress("kim@example.org"),
            "Kim",
            Role.GUEST,
            Optional.empty(),
            Set.of());

    /** With an account, of no organisation. */
    private static final Person LONE = new Person(
            AccountsInMemory.id("lone@example.org"),
            new EmailAddress("lone@example.org"),
            "",
            Role.MEMBER,
            Optional.empty(),
            Set.of());

    private static final Map<String, Person> PEOPLE = Map.of(
            "camille", People.CAMILLE,
            "nadia", People.NADIA,
            "manager", People.MANAGER,
            "othermanager", OTHER_MANAGER,
            "admin", People.ADMINISTRATOR,
            "guest", People.GUEST,
            "outsider", Person.outsider(new EmailAddress("kim@example.org"), "Kim"),
            "visitor", VISITOR,
            "lone", LONE);

    private final ReasonTexts texts = new ReasonTexts(() -> DIRECTORY);

    private static Directory directory() {
        String file;
        try {
            file = Files.readString(Path.of("src/test/resources/rights/network.yaml"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DirectoryFile.Reading reading = DirectoryFile.read(file, name -> List.of());
        assertThat(reading).isInstanceOf(DirectoryFile.Readable.class);
        Network network = ((DirectoryFile.Readable) reading).network();
        List<Room> rooms = new ArrayList<>();
        network.rooms()
                .forEach(plan -> rooms.add(new Room(
                        plan.id(),
                        plan.site(),
                        plan.kind(),
                        plan.profile(),
                        plan.rules(),
                        plan.parts(),
                        List.of(rooms.size() + 1))));
        return new Directory(1, network.operators(), network.sites(), rooms);
    }

    /**
     * @param room several with {@code +} between them
     * @param dates how many, a week apart; {@code 1R} is a series of one date, and {@code 3S} of three of which some may be left out
     * @param decision BOOK, REQUEST or REFUSE
     */
    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/rights/table.csv", delimiter = '|', quoteCharacter = '~')
    void isDecidedAndSaid(
            String person,
            String room,
            String start,
            String length,
            String dates,
            String decision,
            @Nullable String english,
            @Nullable String french) {
        BookingDecision made = BookingPolicy.decide(proposal(person, room, LocalDateTime.parse(start), length, dates));

        assertThat(decision(made)).isEqualTo(decision);
        assertThat(words(made, Locale.ENGLISH)).isEqualTo(english == null ? "" : english);
        assertThat(words(made, Locale.FRENCH)).isEqualTo(french == null ? "" : french);
    }

    @Test
    void theTableIsLongEnoughToMeanSomething() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/test/resources/rights/table.csv")))
                .hasSizeGreaterThanOrEqualTo(80)
                .doesNotHaveDuplicates();
    }

    private static Proposal proposal(String person, String names, LocalDateTime start, String length, String dates) {
        List<Room> rooms = Arrays.stream(names.split("\\+"))
                .map(name -> DIRECTORY.room(new RoomId(name)).orElseThrow())
                .toList();
        int count = Integer.parseInt(dates.substring(0, 1));
        List<Proposal.Date> all = IntStream.range(0, count)
                .mapToObj(week -> start.plusWeeks(week)
                        .atZone(DIRECTORY.siteOf(rooms.get(0)).zone())
                        .toInstant())
                .map(at -> new Proposal.Date(at, Interval.of(at, Duration.parse(length)), rooms))
                .toList();
        ProposalTerms terms = ProposalTerms.recurring(count > 1 || dates.endsWith("R"));
        return new Proposal(
                Objects.requireNonNull(PEOPLE.get(person)),
                new Content("Comité", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty()),
                all,
                DIRECTORY,
                MutableClock.TODAY,
                dates.endsWith("S") ? terms.withinPolicy() : terms);
    }

    private static String decision(BookingDecision made) {
        if (made instanceof BookingDecision.Refused) {
            return "REFUSE";
        }
        return made instanceof BookingDecision.NeedsApproval ? "REQUEST" : "BOOK";
    }

    private String words(BookingDecision made, Locale locale) {
        List<Reason> reasons = made instanceof BookingDecision.Refused refused
                ? refused.reasons()
                : made instanceof BookingDecision.NeedsApproval asked ? asked.grounds() : List.of();
        return reasons.stream().map(reason -> texts.of(reason, locale)).collect(Collectors.joining(" / "));
    }
}
