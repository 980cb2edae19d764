package org.passerelle.webhook.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.passerelle.platform.digest.Digests;

/**
 * The secrets that webhooks sign with. Each follows from a key of the installation and the webhook's id, so none is stored, and
 * none can be in a list or a log.
 */
public final class WebhookSecrets {

    private static final String PREFIX = "whsec_";

    private final Supplier<byte[]> key;

    public WebhookSecrets(Supplier<byte[]> key) {
        this.key = key;
    }

    /** Of 256 bits; its owner is shown it once. */
    public String of(String webhook) {
        byte[] secret = Digests.hmac(key.get(), ("webhook\n" + webhook).getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(secret);
    }

    /**
     * The value of the header that proves who sends {@code body}: the hexadecimal HMAC-SHA-256, under the UTF-8 bytes of the
     * secret, of the time, a dot and the body.
     *
     * @param time of sending, in seconds since 1970
     */
    String signature(String webhook, long time, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((time + ".").getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(body);
        byte[] mac = Digests.hmac(of(webhook).getBytes(StandardCharsets.UTF_8), signed.toByteArray());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac);
    }
}
