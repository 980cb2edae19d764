package org.passerelle.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.backup.BackupFault;
import org.passerelle.backup.BackupRun;
import org.passerelle.backup.BackupRuns;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who administer the network are told once of a night without a backup, and nobody else. */
class BackupNoticesTests extends HttpTest {

    private static final Instant NIGHT = Instant.parse("2026-03-25T02:00:00Z");

    @Autowired
    private AccountRegister register;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PublicUrl publicUrl;

    private final BackupRuns runs = mock(BackupRuns.class);

    private Person person(String email) {
        return accounts.person(new EmailAddress(email)).orElseThrow();
    }

    private BackupNotices after(Optional<Instant> checked, Optional<BackupFault> fault) {
        when(runs.newest()).thenReturn(Optional.of(new BackupRun("2026-03-25", NIGHT, 0, checked, fault)));
        when(runs.newestChecked()).thenReturn(Optional.empty());
        return new BackupNotices(runs, register, publicUrl, clock);
    }

    @Test
    void tellsAdministratorsWhatWentWrong() {
        BackupNotices notices = after(Optional.empty(), Optional.of(BackupFault.NOT_RESTORED));
        PersonalNotice notice = notices.standing(NIGHT).stream()
                .filter(each -> each.to().equals(person(ADMIN).id()))
                .findFirst()
                .orElseThrow();

        assertThat(notices.standing(NIGHT))
                .noneMatch(each -> each.to().equals(person(MANAGER).id()));
        for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            NoticeText text =
                    notices.text(notice, person(ADMIN), Reader.of(language)).orElseThrow();
            assertThat(text.lead().toString())
                    .contains(language == Locale.FRENCH ? "Ne comptez pas dessus" : "Do not rely on it");
            assertThat(text.reply().toString()).contains("/backups");
        }
        assertThat(notices.text(notice, person(MANAGER), Reader.of(Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void isSilentOfAGoodOneAndOfOneThatIsUnderWay() {
        assertThat(after(Optional.of(NIGHT), Optional.empty()).standing(NIGHT)).isEmpty();
        BackupNotices begun = after(Optional.empty(), Optional.empty());
        assertThat(begun.standing(NIGHT.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(begun.standing(NIGHT.plus(Duration.ofDays(1)))).isNotEmpty();
    }
}
