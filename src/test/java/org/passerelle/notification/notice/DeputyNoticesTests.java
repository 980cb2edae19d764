package org.passerelle.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.DeputyChange;
import org.passerelle.account.deputy.DeputyChange.DeputyChangeKind;
import org.passerelle.account.deputy.DeputyRecord;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Principal;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told of deputies, and what. */
class DeputyNoticesTests extends HttpTest {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    @Autowired
    private Accounts accounts;

    @Autowired
    private PublicUrl publicUrl;

    private final DeputyRecord record = mock(DeputyRecord.class);

    private Person person(String email) {
        return accounts.person(new EmailAddress(email)).orElseThrow();
    }

    private AccountId id(String email) {
        return (AccountId) person(email).id();
    }

    private DeputyNotices notices(DeputyChange change) {
        when(record.since(any())).thenReturn(List.of(change));
        when(record.find(change.id())).thenReturn(Optional.of(change));
        return new DeputyNotices(record, accounts, publicUrl);
    }

    private DeputyChange change(DeputyChangeKind kind, Optional<AccountId> by) {
        return new DeputyChange(
                "change",
                NINE,
                kind,
                new Principal.PersonPrincipal(id(CAMILLE)),
                id(LOUIS),
                new DeputyTerms(Optional.empty(), Optional.of(Instant.parse("2026-04-03T22:00:00Z")), false),
                by);
    }

    private static String said(NoticeText text) {
        return text.subject() + text.lead() + text.facts();
    }

    private String told(DeputyNotices notices, String email, Locale language) {
        Person reader = person(email);
        return notices.standing(NINE).stream()
                .filter(notice -> notice.to().equals(reader.id()))
                .findFirst()
                .flatMap(notice -> notices.text(
                        notice, reader, new Reader(language, Optional.of(ZoneId.of("Europe/Paris")), Optional.empty())))
                .map(DeputyNoticesTests::said)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "NAMED, camille, true, false",
        "NAMED, admin, true, true",
        "ENDED, camille, true, false",
        "ENDED, louis, false, true",
        "ENDED, '', true, true"
    })
    void whoeverDidItIsNotToldAndTheOthersAre(
            DeputyChangeKind kind, String by, boolean tellsDeputy, boolean tellsPrincipal) {
        Optional<AccountId> who = switch (by) {
            case "camille" -> Optional.of(id(CAMILLE));
            case "louis" -> Optional.of(id(LOUIS));
            case "admin" -> Optional.of(id(ADMIN));
            default -> Optional.empty();
        };
        DeputyNotices notices = notices(change(kind, who));

        assertThat(told(notices, LOUIS, Locale.ENGLISH).isEmpty()).isNotEqualTo(tellsDeputy);
        assertThat(told(notices, CAMILLE, Locale.ENGLISH).isEmpty()).isNotEqualTo(tellsPrincipal);
        assertThat(told(notices, NADIA, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void saysForWhomAndUntilWhenInBothLanguages() {
        String name = accounts.contact(id(CAMILLE)).shown();
        DeputyNotices named = notices(change(DeputyChangeKind.NAMED, Optional.of(id(CAMILLE))));

        assertThat(told(named, LOUIS, Locale.ENGLISH)).contains("You are a deputy of " + name, "4 Apr 2026", "00:00");
        assertThat(told(named, LOUIS, Locale.FRENCH)).contains("Vous êtes suppléant pour " + name, "4 avr");

        DeputyNotices ended = notices(change(DeputyChangeKind.ENDED, Optional.empty()));
        assertThat(told(ended, LOUIS, Locale.ENGLISH)).contains("no longer a deputy of " + name, "25 Mar 2026");
        assertThat(told(ended, CAMILLE, Locale.FRENCH)).contains("n’est plus votre suppléant");
    }
}
