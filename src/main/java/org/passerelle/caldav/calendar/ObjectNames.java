package org.passerelle.caldav.calendar;

import java.util.regex.Pattern;
import org.passerelle.platform.digest.Digests;

/** What an object is called to which no program has given a name. */
public final class ObjectNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@.-]{1,150}");

    private ObjectNames() {}

    public static String of(String uid) {
        boolean isPlain = PLAIN.matcher(uid).matches() && !uid.startsWith(".");
        return (isPlain ? uid : "uid-" + Digests.base64Url(uid)) + ".ics";
    }
}
