package org.passerelle.directory;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The device in a room that can be told which meetings come, so that people join with one press.
 *
 * @param url where it answers, by https, without a path
 * @param credential the name under which its user and password are kept elsewhere, encrypted
 * @param fingerprint SHA-256 of its certificate, 64 hexadecimal digits in lower case, if no authority has signed that
 * @param showsTitles whether it shows what a booking is about to everybody in the room; never if that is private
 */
public record Codec(Type type, URI url, String credential, Optional<String> fingerprint, boolean showsTitles) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Whose language it speaks. */
    public enum Type {
        CISCO
    }

    /** @throws IllegalArgumentException if the address is not of https, or the fingerprint is none */
    public Codec {
        if (!isAddress(url)) {
            throw new IllegalArgumentException("A codec is reached by https, and its address has no path");
        }
        if (!Slug.isSlug(credential)) {
            throw new IllegalArgumentException("The name of a credential is lower-case letters, digits and hyphens");
        }
        if (fingerprint.filter(each -> !SHA_256.matcher(each).matches()).isPresent()) {
            throw new IllegalArgumentException("A fingerprint has 64 hexadecimal digits");
        }
    }

    /** Whether {@code url} names a host, by https, and nothing on it. */
    public static boolean isAddress(URI url) {
        boolean bare = url.getRawPath() == null
                || url.getRawPath().isEmpty()
                || url.getRawPath().equals("/");
        return "https".equals(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && bare;
    }
}
