package org.passerelle.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** Tells a deputy that they were named and that it ended, and whoever they stand in for if somebody else did it. Whoever did it knows. */
@Component
class DeputyNotices implements NoticeSource {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

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
        MessageWords words = new MessageWords(reader.language());
        ZoneId zone = reader.zone().orElse(ZoneOffset.UTC);
        return record.find(notice.subject())
                .filter(change -> change.concerns(person.id()))
                .map(change -> text(change, change.deputy().equals(person.id()), words, zone));
    }

    private NoticeText text(DeputyChange change, boolean isDeputy, MessageWords words, ZoneId zone) {
        String other = isDeputy
                ? principal(change.principal())
                : accounts.contact(change.deputy()).shown();
        String key = (change.kind() == DeputyChangeKind.NAMED ? "named" : "ended") + (isDeputy ? "" : ".principal");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(said(words, "when"), List.of(Line.of(when(change, words, zone)))));
        change.by()
                .filter(by -> !(change.principal() instanceof PersonPrincipal own
                        && own.id().equals(by)))
                .map(by -> accounts.contact(by).shown())
                .ifPresent(by -> facts.add(new Fact(said(words, "by"), List.of(Line.of(by)))));
        return new NoticeText(
                said(words, key + ".subject", other),
                said(words, key + ".subject", other),
                List.of(said(words, key + ".lead", other)),
                facts,
                new ReplyLinks(
                        said(words, "press"),
                        List.of(new MessageLink(said(words, "press.link"), publicUrl.link("/deputies")))));
    }

    private String principal(Principal principal) {
        return principal instanceof PersonPrincipal person
                ? accounts.contact(person.id()).shown()
                : accounts.organisation(((OrganisationPrincipal) principal).id())
                        .map(Organisation::name)
                        .orElse("");
    }

    /** From when until when; once it has ended, when that was. */
    private static String when(DeputyChange change, MessageWords words, ZoneId zone) {
        if (change.kind() == DeputyChangeKind.ENDED) {
            return said(words, "ended.at", words.brief(change.at(), zone));
        }
        String from = words.brief(change.terms().from().orElse(change.at()), zone);
        return change.terms()
                .until()
                .map(until -> said(words, "from-until", from, words.brief(until, zone)))
                .orElseGet(() -> said(words, "from-on", from));
    }

    private static String said(MessageWords words, String key, Object... arguments) {
        return TEXTS.text("deputy." + key, words.locale(), arguments);
    }
}
