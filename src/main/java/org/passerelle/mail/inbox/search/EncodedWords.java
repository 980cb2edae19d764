package org.passerelle.mail.inbox.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * The encoded words of a header (RFC 2047 section 2). They are found here, one look at each letter; the library looks from each
 * beginning of a word to the end of the header, so that a header of beginnings alone kept it busy for hours.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?[^?\\s]{1,60}\\?[bBqQ]\\?[^?]*+\\?=");

    private EncodedWords() {}

    /** The header with them decoded; white space between two of them is none of the text (section 6.2). */
    static String decoded(String header) {
        StringBuilder text = new StringBuilder(header.length());
        Matcher words = WORD.matcher(header);
        int end = 0;
        while (words.find()) {
            String between = header.substring(end, words.start());
            if (end == 0 || !between.isBlank()) {
                text.append(between);
            }
            text.append(DecoderUtil.decodeEncodedWords(words.group(), DecodeMonitor.SILENT));
            end = words.end();
        }
        return text.append(header, end, header.length()).toString();
    }
}
