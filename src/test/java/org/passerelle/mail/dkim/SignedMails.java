package org.passerelle.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.passerelle.mail.dkim.DkimKeys.Found;

/** Signs mails as the program never does itself, and publishes the keys in memory. */
public final class SignedMails {

    static final String BODY = "Bonjour,\r\n\r\nla  salle ?\t\r\n\r\n\r\n";

    final Map<String, Found> published = new LinkedHashMap<>();
    final KeyPair rsa = pair("RSA", 1_024);
    final KeyPair edwards = pair("Ed25519", 0);
    int lookups;

    public SignedMails() {
        publish(
                "rsa._domainkey.example.org",
                "v=DKIM1; k=rsa; p=" + base64(rsa.getPublic().getEncoded()));
        publish("ed._domainkey.example.org", "v=DKIM1; k=ed25519; p=" + base64(bare(edwards)));
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bare(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    void publish(String name, String text) {
        published.put(name, new Found(true, java.util.List.of(text)));
    }

    public DkimVerifier verifier() {
        return new DkimVerifier(name -> {
            lookups++;
            return published.getOrDefault(name, Found.NOTHING);
        });
    }

    static String headers(String from) {
        return "From: Camille <" + from + ">\r\nTo: salle@rooms.example\r\nSubject:  Une   salle\r\n ?\r\n";
    }

    /** {@code tags} beside {@code a}, {@code bh} and {@code b}; by RSA unless they name the selector {@code ed}. */
    public byte[] signed(String from, String tags) {
        return mail(from, tags, BODY, BODY);
    }

    /** Signed with one body, sent with another. */
    byte[] mail(String from, String tags, String signedBody, String sentBody) {
        boolean isEdwards = tags.contains("s=ed");
        String ways = tags.contains("c=simple/simple") ? "simple" : "relaxed";
        Canonical way = Canonical.parse(ways).orElseThrow();
        String header = "DKIM-Signature: v=1; a=" + (isEdwards ? "ed25519-sha256" : "rsa-sha256") + "; " + tags
                + ";\r\n bh=" + base64(sha256(way.body(bytes(signedBody)))) + "; b=";
        StringBuilder signed = new StringBuilder();
        RawMail mail = RawMail.of(bytes(headers(from) + "\r\n")).orElseThrow();
        for (String name : new String[] {"from", "subject"}) {
            signed.append(way.field(mail.all(name).get(0).text()));
        }
        String last = way.field(header + (ways.equals("simple") ? "" : "\r\n"));
        signed.append(last.replaceAll("\r\n$", ""));
        return bytes(header + base64(proof(isEdwards, bytes(signed.toString()))) + "\r\n" + headers(from) + "\r\n"
                + sentBody);
    }

    private byte[] proof(boolean isEdwards, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(isEdwards ? "Ed25519" : "SHA256withRSA");
            signature.initSign((isEdwards ? edwards : rsa).getPrivate());
            signature.update(isEdwards ? sha256(signed) : signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
