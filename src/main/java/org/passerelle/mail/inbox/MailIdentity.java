package org.passerelle.mail.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.passerelle.mail.dkim.RawMail;
import org.passerelle.platform.digest.Digests;

/**
 * By what a mail is known again that comes twice: by another way, or once more by the same because nobody knows whether it
 * was stored. What servers write on top on its way does not count; all by which its sender is believed does, lest somebody
 * send a copy ahead that keeps the true one out.
 */
final class MailIdentity {

    private static final Set<String> OWN = Set.of(
            "from", "date", "message-id", "content-type", "auto-submitted", "dkim-signature", "authentication-results");

    private MailIdentity() {}

    /** The same for the same mail to the same recipient. */
    static String of(String recipient, String returnPath, boolean trusted, byte[] raw) {
        MessageDigest digest = Digests.sha256();
        add(digest, recipient + "\n" + returnPath.isBlank() + trusted + "\n");
        Optional<RawMail> mail =
                RawMail.of(raw).filter(each -> each.all("message-id").size() == 1);
        if (mail.isEmpty()) {
            digest.update(raw);
        }
        mail.ifPresent(each -> {
            each.fields().stream()
                    .filter(field -> OWN.contains(field.name()))
                    .forEach(field -> add(digest, field.text()));
            digest.update(each.body());
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
