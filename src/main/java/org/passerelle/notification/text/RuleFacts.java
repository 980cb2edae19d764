package org.passerelle.notification.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageWords;

/** What a mail tells of rules: why somebody has to agree, and which were set aside. */
final class RuleFacts {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notification");

    private final MessageWords words;
    private final ReasonTexts reasons;

    RuleFacts(MessageWords words, ReasonTexts reasons) {
        this.words = words;
        this.reasons = reasons;
    }

    /** What whoever decides is told of a request. */
    List<Fact> ofRequest(NotificationOccasion occasion) {
        List<Fact> facts = new ArrayList<>();
        add(facts, text("fact.grounds"), occasion.grounds().stream().map(reason -> reasons.of(reason, words.locale())));
        int people = occasion.booking().content().headcount();
        add(facts, text("fact.people"), people > 0 ? Stream.of(Integer.toString(people)) : Stream.empty());
        String notes = occasion.booking().content().notes();
        if (!occasion.isMasked() && !notes.isBlank()) {
            add(facts, words.text("fact.notes"), notes.lines());
        }
        return facts;
    }

    /** Which rules were set aside, and by whom. */
    List<Fact> overridden(NotificationOccasion occasion) {
        List<Fact> facts = new ArrayList<>();
        add(
                facts,
                text("fact.overrides"),
                occasion.overrides().stream()
                        .map(each -> TEXTS.text(
                                "fact.override", words.locale(), reasons.of(each.rule(), words.locale()), each.who())));
        return facts;
    }

    private static void add(List<Fact> facts, String label, Stream<String> lines) {
        List<Line> told = lines.map(Line::of).toList();
        if (!told.isEmpty()) {
            facts.add(new Fact(label, told));
        }
    }

    private String text(String key) {
        return TEXTS.text(key, words.locale());
    }
}
