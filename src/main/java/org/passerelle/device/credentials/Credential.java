package org.passerelle.device.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.passerelle.platform.text.Text;

/** What a device wants to hear before it takes anything. Never in a log: its text says neither part. */
public record Credential(String user, String password) {

    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException if a part is empty, too long or no line of text, or the user has a colon (RFC 7617) */
    public Credential {
        if (!isPart(user) || !isPart(password) || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("A credential is a user without a colon and a password, a line each");
        }
    }

    public static boolean isPart(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && Text.isLine(text);
    }

    /** The value of an {@code Authorization} header (RFC 7617). */
    public String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
