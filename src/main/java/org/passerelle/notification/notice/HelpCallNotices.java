package org.passerelle.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.platform.PublicUrl;
import org.passerelle.reception.call.HelpCall;
import org.passerelle.reception.call.HelpCalls;
import org.springframework.stereotype.Component;

/** Tells the managers of a site that somebody in one of its rooms calls for help, unless they chose not to be told or it is answered. */
@Component
class HelpCallNotices implements NoticeSource {

    private final HelpCalls calls;
    private final AccountRegister register;
    private final ChosenMails chosen;
    private final Directories directories;
    private final PublicUrl publicUrl;

    HelpCallNotices(
            HelpCalls calls,
            AccountRegister register,
            ChosenMails chosen,
            Directories directories,
            PublicUrl publicUrl) {
        this.calls = calls;
        this.register = register;
        this.chosen = chosen;
        this.directories = directories;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return "help-call";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        return calls.unanswered().stream().flatMap(this::told).toList();
    }

    private Stream<PersonalNotice> told(HelpCall call) {
        return room(call).stream()
                .flatMap(room -> register.people().stream().filter(person -> person.manages(room.site())))
                .filter(person -> chosen.of(person.id()).calls())
                .map(person ->
                        new PersonalNotice(person.id(), call.id(), call.at().toString()));
    }

    private Optional<Room> room(HelpCall call) {
        return directories.current().room(call.room());
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        return calls.unanswered().stream()
                .filter(call -> call.id().equals(notice.subject()))
                .findFirst()
                .flatMap(call -> room(call)
                        .filter(room -> person.manages(room.site()))
                        .map(room -> text(call, room, NoticeWords.of(kind(), reader))));
    }

    private NoticeText text(HelpCall call, Room room, NoticeWords words) {
        Directory directory = directories.current();
        String where = room.name() + ", " + directory.siteOf(room).name();
        String what = words.said("kind." + call.kind());
        return new NoticeText(
                words.said("subject", where),
                words.said("subject", where),
                List.of(words.said("lead", what)),
                List.of(words.when(words.wholeMoment(call.at()))),
                words.link(publicUrl.link("/reception?site=" + room.site())));
    }
}
