package org.passerelle.notification.notice;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;

/** What notices to one reader are put together of, in their language and on their clock. */
public record NoticeWords(String kind, MessageWords words, ZoneId zone) {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

    /** @param kind begins the keys of its texts */
    public static NoticeWords of(String kind, Reader reader) {
        return new NoticeWords(
                kind, new MessageWords(reader.language()), reader.zone().orElse(ZoneOffset.UTC));
    }

    public String said(String key, Object... arguments) {
        return TEXTS.text(kind + "." + key, words.locale(), arguments);
    }

    String moment(Instant at) {
        return words.brief(at, zone);
    }

    /** With the name of the clock. */
    public String wholeMoment(Instant at) {
        return moment(at) + ", " + words.zone(zone);
    }

    Fact when(String when) {
        return shared("when", when);
    }

    /** @param by the name of who did it */
    Fact by(String by) {
        return shared("by", by);
    }

    private Fact shared(String key, String value) {
        return new Fact(TEXTS.text("notice." + key, words.locale()), List.of(Line.of(value)));
    }

    public ReplyLinks link(URI page) {
        return new ReplyLinks(said("press"), List.of(new MessageLink(said("press.link"), page)));
    }
}
