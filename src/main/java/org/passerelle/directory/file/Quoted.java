package org.passerelle.directory.file;

import org.passerelle.platform.text.Text;

/** What somebody wrote, made fit to be repeated to them in one line. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        return Text.shortened(text, LONGEST);
    }
}
