package org.passerelle.directory.file;

import java.util.LinkedHashSet;
import java.util.Set;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Beyond;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;

/** Reads {@code mail:}, which may stand at the network, at a site and at a room; the narrower refines the wider. */
final class MailRulesReader {

    static final String KEY = "mail";
    private static final int MOST_DOMAINS = 200;

    private MailRulesReader() {}

    /** The rules of {@code owner}: {@code wider} with what {@code owner} says itself. */
    static MailRules read(FileFields owner, MailRules wider) {
        return owner.section(KEY).map(mail -> refined(mail, wider)).orElse(wider);
    }

    private static MailRules refined(FileFields mail, MailRules wider) {
        mail.allowing("mode", "outsiders", "domains", "mostMissed", "mostMissedPercent", "beyondHorizon");
        Set<String> domains = mail.has("domains")
                ? new LinkedHashSet<>(mail.list("domains", Conversions::domain, MOST_DOMAINS))
                : wider.domains();
        Outsiders outsiders = mail.optional("outsiders", Conversions.oneOf(Outsiders.class), wider.outsiders());
        if (outsiders == Outsiders.DOMAINS && domains.isEmpty()) {
            mail.fault(mail.anchor(), "no-domains");
        }
        return new MailRules(
                mail.optional("mode", Conversions.oneOf(Mode.class), wider.mode()),
                outsiders,
                domains,
                mail.optional("mostMissed", Conversions.wholeNumber(0, MailRules.MOST_MISSED), wider.mostMissed()),
                mail.optional("mostMissedPercent", Conversions.wholeNumber(0, 99), wider.mostMissedPercent()),
                mail.optional("beyondHorizon", Conversions.oneOf(Beyond.class), wider.beyond()));
    }
}
