package org.passerelle.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.DeputyChange;
import org.passerelle.account.deputy.DeputyChange.DeputyChangeKind;
import org.passerelle.account.deputy.DeputyRecord;
import org.passerelle.account.deputy.Principal;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** Tells a deputy that they were named and that it ended, and whoever they stand in for if somebody else did it. Whoever did it knows. */
@Component
class DeputyNotices implements NoticeSource {

    /** What is older is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final DeputyRecord record;
    private final Accounts accounts;
    private final PublicUrl publicUrl;

    DeputyNotices(DeputyRecord record, Accounts accounts, PublicUrl publicUrl) {
        this.record = record;
        this.accounts = accounts;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return "deputy";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        return record.since(now.minus(NEWS)).stream()
                .flatMap(change -> readers(change)
                        .map(person -> new PersonalNotice(
                                person, change.id(), change.kind().name())))
                .toList();
    }

    private static Stream<AccountId> readers(DeputyChange change) {
        Stream<AccountId> principal =
                change.principal() instanceof PersonPrincipal person ? Stream.of(person.id()) : Stream.empty();
        return Stream.concat(Stream.of(change.deputy()), principal)
                .filter(person -> change.by().filter(person::equals).isEmpty());
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        NoticeWords words = NoticeWords.of(kind(), reader);
        return record.find(notice.subject())
                .filter(change -> change.concerns(person.id()))
                .map(change -> text(change, change.deputy().equals(person.id()), words));
    }

    private NoticeText text(DeputyChange change, boolean isDeputy, NoticeWords words) {
        String other = isDeputy
                ? principal(change.principal())
                : accounts.contact(change.deputy()).shown();
        String key = (change.kind() == DeputyChangeKind.NAMED ? "named" : "ended") + (isDeputy ? "" : ".principal");
        List<Fact> facts = new ArrayList<>();
        facts.add(words.when(when(change, words)));
        change.by()
                .filter(by -> !(change.principal() instanceof PersonPrincipal own
                        && own.id().equals(by)))
                .map(by -> accounts.contact(by).shown())
                .ifPresent(by -> facts.add(words.by(by)));
        return new NoticeText(
                words.said(key + ".subject", other),
                words.said(key + ".subject", other),
                List.of(words.said(key + ".lead", other)),
                facts,
                words.link(publicUrl.link("/deputies")));
    }

    private String principal(Principal principal) {
        return principal instanceof PersonPrincipal person
                ? accounts.contact(person.id()).shown()
                : accounts.organisation(((OrganisationPrincipal) principal).id())
                        .map(Organisation::name)
                        .orElse("");
    }

    /** From when until when; once it has ended, when that was. */
    private static String when(DeputyChange change, NoticeWords words) {
        if (change.kind() == DeputyChangeKind.ENDED) {
            return words.said("ended.at", words.moment(change.at()));
        }
        String from = words.moment(change.terms().from().orElse(change.at()));
        return change.terms()
                .until()
                .map(until -> words.said("from-until", from, words.moment(until)))
                .orElseGet(() -> words.said("from-on", from));
    }
}
