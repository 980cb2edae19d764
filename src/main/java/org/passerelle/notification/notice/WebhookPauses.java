package org.passerelle.notification.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.passerelle.webhook.Webhooks;
import org.passerelle.webhook.model.Webhook;
import org.springframework.stereotype.Component;

/** Tells the owner of a webhook that it has paused, since its receiver has taken nothing for long. Of the address only the host, for the rest may be a secret. */
@Component
class WebhookPauses implements NoticeSource {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

    private final Webhooks webhooks;
    private final PublicUrl publicUrl;

    WebhookPauses(Webhooks webhooks, PublicUrl publicUrl) {
        this.webhooks = webhooks;
        this.publicUrl = publicUrl;
    }

    @Override
    public String kind() {
        return "webhook-paused";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        return webhooks.paused().stream()
                .map(paused -> new PersonalNotice(
                        paused.owner(), paused.id(), since(paused).toString()))
                .toList();
    }

    /** Another pause begins with another failure. */
    private static Instant since(Webhook paused) {
        return paused.health().failingSince().orElse(paused.createdAt());
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        return webhooks.find(person.id(), notice.subject())
                .filter(webhook -> webhook.health().isPaused())
                .map(paused -> text(paused, new MessageWords(reader.language()), zone(reader)));
    }

    private static ZoneId zone(Reader reader) {
        return reader.zone().orElse(ZoneOffset.UTC);
    }

    private NoticeText text(Webhook paused, MessageWords words, ZoneId zone) {
        String host = paused.target().url().getHost();
        String since = words.brief(since(paused), zone) + ", " + words.zone(zone);
        return new NoticeText(
                said(words, "subject", host),
                said(words, "heading", host),
                List.of(said(words, "lead", host, since), said(words, "kept")),
                List.of(new Fact(
                        said(words, "waiting"),
                        List.of(Line.of(said(words, "events", paused.queue().size()))))),
                new ReplyLinks(
                        said(words, "press"),
                        List.of(new MessageLink(
                                said(words, "press.link"), publicUrl.link("/webhooks/" + paused.id())))));
    }

    private String said(MessageWords words, String key, Object... arguments) {
        return TEXTS.text(kind() + "." + key, words.locale(), arguments);
    }
}
