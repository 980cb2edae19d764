package org.passerelle.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.passerelle.platform.digest.Digests;

/**
 * Signs mail in the name of a domain, so that receivers know that it comes from there and is as it was (RFC 6376):
 * {@code rsa-sha256}, relaxed in header and body. No time is in the signature; the same mail signed twice is the same mail.
 */
final class DkimSigner {

    /** Those of ours that a receiver shows or acts upon. One more From than there is, so that nobody can put one before it. */
    private static final List<String> SIGNED = List.of(
            "from",
            "reply-to",
            "to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "auto-submitted",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    private static final byte[] NEW_LINE = {'\r', '\n'};
    private static final Pattern FIELD = Pattern.compile("\r\n(?![ \t])");
    private static final int WIDTH = 72;

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    String domain() {
        return domain;
    }

    /**
     * The mail with its signature before it.
     *
     * @param mail lines ended by CRLF
     */
    byte[] sign(byte[] mail) {
        int end = endOfHeader(mail);
        List<String> fields = List.of(FIELD.split(new String(mail, 0, end, StandardCharsets.ISO_8859_1)));
        List<String> names = new ArrayList<>();
        StringBuilder signed = new StringBuilder();
        for (String name : SIGNED) {
            fields.stream().filter(field -> isNamed(field, name)).findFirst().ifPresent(field -> {
                names.add(name);
                signed.append(relaxed(field)).append("\r\n");
            });
        }
        names.add("from");
        String unsigned = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + ";\r\n s=" + selector
                + ";\r\n h="
                + String.join(":", names)
                        .replace(":message-id", ":\r\n message-id")
                        .replace(":mime-version", ":\r\n mime-version")
                + ";\r\n bh=" + base64(Digests.sha256(relaxedBody(mail, Math.min(end + 4, mail.length)))) + ";\r\n b=";
        signed.append(relaxed(unsigned));
        String value = base64(signature(signed.toString().getBytes(StandardCharsets.ISO_8859_1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + 1_024);
        out.writeBytes((unsigned + folded(value)).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(NEW_LINE);
        out.writeBytes(mail);
        return out.toByteArray();
    }

    private static boolean isNamed(String field, String name) {
        int colon = field.indexOf(':');
        return colon > 0 && field.substring(0, colon).strip().equalsIgnoreCase(name);
    }

    /** Of one header field (RFC 6376 section 3.4.2), without the line break at its end. */
    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        String value = field.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    /** Of the body from {@code start} on (RFC 6376 section 3.4.4). */
    private static byte[] relaxedBody(byte[] mail, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length - start);
        int emptyLines = 0;
        for (String line :
                new String(mail, start, mail.length - start, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            String tidy = line.replaceAll("[ \t]+", " ").replaceAll(" $", "");
            if (tidy.isEmpty()) {
                emptyLines++;
                continue;
            }
            for (; emptyLines > 0; emptyLines--) {
                out.writeBytes(NEW_LINE);
            }
            out.writeBytes(tidy.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(NEW_LINE);
        }
        return out.toByteArray();
    }

    private static int endOfHeader(byte[] mail) {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return i;
            }
        }
        return mail.length;
    }

    private byte[] signature(byte[] text) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(text);
            return rsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read can sign", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String folded(String value) {
        return value.replaceAll("(.{" + WIDTH + "})(?!$)", "$1\r\n ");
    }
}
