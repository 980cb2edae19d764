package org.passerelle.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.arrival.noshow.NoShowFigures;
import org.passerelle.arrival.noshow.NoShowFigures.MissedDate;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.platform.PublicUrl;
import org.springframework.beans.factory.annotation.Autowired;

/** What managers read in the morning of what happened at their sites. */
class SiteNewsTests extends HttpTest {

    private static final Instant NOW = Instant.parse("2026-03-26T06:00:00Z");
    private static final Instant SINCE = NOW.minus(Duration.ofDays(1));

    @Autowired
    private Accounts accounts;

    @Autowired
    private Directories directories;

    @Autowired
    private PublicUrl publicUrl;

    private final NoShowFigures noShows = mock(NoShowFigures.class);
    private final ClosingRooms closing = mock(ClosingRooms.class);

    private Person person(String email) {
        return accounts.person(new EmailAddress(email)).orElseThrow();
    }

    private SiteClosure closure(String id, Instant at, ClosureStep step) {
        ClosurePlan plan = new ClosurePlan(
                new SiteId("melun"),
                List.of(),
                LocalDateTime.parse("2026-04-01T00:00"),
                LocalDateTime.parse("2026-04-02T00:00"),
                "Peinture " + id,
                OnBookings.KEEP,
                step == ClosureStep.ASKING ? ClosureType.RULE : ClosureType.PLANNED);
        SiteClosure closure = new SiteClosure(
                id, plan, new AccountId("a"), at, NOW.plus(Duration.ofDays(7)), step, 0, Optional.empty());
        when(closing.affected(closure)).thenReturn(List.of(mock(AffectedDate.class), mock(AffectedDate.class)));
        return closure;
    }

    private List<Fact> told(String email, Locale language) {
        return new SiteNews(noShows, closing, directories, publicUrl)
                .of(person(email), SINCE, NOW, new MessageWords(language));
    }

    @Test
    void managersReadOfRoomsThatWereGivenBackAndOfClosuresThatHitBookings() {
        when(noShows.dates(any(), eq(SINCE)))
                .thenReturn(List.of(
                        new MissedDate(Instant.parse("2026-03-25T09:00:00Z"), List.of(new RoomId("melun-seine")))));
        List<SiteClosure> closures = List.of(
                closure("old", SINCE.minusSeconds(1), ClosureStep.IN_FORCE),
                closure("new", SINCE.plusSeconds(1), ClosureStep.IN_FORCE),
                closure("asking", SINCE.minusSeconds(1), ClosureStep.ASKING));
        when(closing.of(any())).thenReturn(closures);

        List<Fact> english = told(MANAGER, Locale.ENGLISH);

        assertThat(english)
                .extracting(Fact::label)
                .containsExactly("Given back, for nobody came", "Closures that hit bookings");
        assertThat(english.get(0).lines())
                .singleElement()
                .extracting(Line::text)
                .asString()
                .contains("10:00", "Salle Seine");
        assertThat(english.get(1).lines())
                .extracting(Line::text)
                .satisfiesExactly(
                        line -> assertThat(line).contains("Peinture new"),
                        line -> assertThat(line).contains("Peinture asking"));
        assertThat(english.get(1).lines().get(1).toString()).contains("2 dates, to be decided", "/closures/asking");
        assertThat(told(MANAGER, Locale.FRENCH))
                .extracting(Fact::label)
                .containsExactly("Salles rendues, car personne n’est venu", "Fermetures qui touchent des réservations");
    }

    @Test
    void whoManagesNothingReadsNothingOfIt() {
        when(noShows.dates(any(), any())).thenReturn(List.of(new MissedDate(NOW, List.of(new RoomId("melun-seine")))));

        assertThat(told(CAMILLE, Locale.ENGLISH)).isEmpty();
        assertThat(told(ADMIN, Locale.ENGLISH)).isEmpty();
    }
}
