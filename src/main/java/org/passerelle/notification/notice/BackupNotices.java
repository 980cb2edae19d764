package org.passerelle.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.backup.BackupFault;
import org.passerelle.backup.BackupRun;
import org.passerelle.backup.BackupRuns;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** Tells those who administer the network that the backup of the last night is none. */
@Component
class BackupNotices implements NoticeSource {

    private final BackupRuns runs;
    private final AccountRegister register;
    private final PublicUrl publicUrl;
    private final Clock clock;

    BackupNotices(BackupRuns runs, AccountRegister register, PublicUrl publicUrl, Clock clock) {
        this.runs = runs;
        this.register = register;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "backup-failed";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        return runs.newest().stream()
                .filter(run -> run.faultAt(now).isPresent())
                .flatMap(run -> register.people().stream()
                        .filter(Person::administersTheNetwork)
                        .map(person -> new PersonalNotice(
                                person.id(), run.night(), run.begun().toString())))
                .toList();
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        return runs.newest()
                .filter(run -> run.night().equals(notice.subject()) && person.administersTheNetwork())
                .flatMap(run ->
                        run.faultAt(clock.instant()).map(fault -> text(run, fault, NoticeWords.of(kind(), reader))));
    }

    private NoticeText text(BackupRun run, BackupFault fault, NoticeWords words) {
        String last = runs.newestChecked()
                .map(checked -> words.said("last", words.wholeMoment(checked.begun())))
                .orElseGet(() -> words.said("none"));
        return new NoticeText(
                words.said("subject"),
                words.said("subject"),
                List.of(words.said("fault." + fault.name(), words.wholeMoment(run.begun())), last),
                List.of(),
                words.link(publicUrl.link("/backups")));
    }
}
