package org.passerelle.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.Reader;
import org.passerelle.platform.PublicUrl;
import org.passerelle.webhook.Webhooks;
import org.passerelle.webhook.model.Webhook;
import org.springframework.stereotype.Component;

/** Tells the owner of a webhook that it has paused, since its receiver has taken nothing for long. Of the address only the host, for the rest may be a secret. */
@Component
class WebhookPauses implements NoticeSource {

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
                .map(paused -> text(paused, NoticeWords.of(kind(), reader)));
    }

    private NoticeText text(Webhook paused, NoticeWords words) {
        String host = paused.target().url().getHost();
        return new NoticeText(
                words.said("subject", host),
                words.said("heading", host),
                List.of(words.said("lead", host, words.wholeMoment(since(paused))), words.said("kept")),
                List.of(new Fact(
                        words.said("waiting"),
                        List.of(Line.of(words.said("events", paused.queue().size()))))),
                words.link(publicUrl.link("/webhooks/" + paused.id())));
    }
}
