package org.passerelle.mail.dkim;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys as texts in the DNS (RFC 6376 section 3.6.2), asked for by what Java brings along. */
final class DnsKeys implements DkimKeys {

    private static final Logger LOG = LoggerFactory.getLogger(DnsKeys.class);
    private static final int MOST_TEXTS = 10;

    private final Hashtable<String, String> settings = new Hashtable<>();

    /** @param servers such as {@code dns://127.0.0.1:5353}; {@code dns:} for those of this machine */
    DnsKeys(String servers) {
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, servers);
        // Whoever sends a mail chooses whose servers are asked: at most a second is waited for them, all in all.
        settings.put("com.sun.jndi.dns.timeout.initial", "300");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
    }

    @Override
    @SuppressWarnings("BanJNDI") // The one provider that is named asks name servers for text; it knows no objects.
    public Found at(String name) {
        try {
            InitialDirContext context = new InitialDirContext(settings);
            try {
                return found(context.getAttributes(name, new String[] {"TXT"}).get("TXT"));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return Found.NOTHING;
        } catch (NamingException e) {
            LOG.debug("Nobody could be asked for {}: {}", name, e.getMessage());
            return Found.UNKNOWN;
        }
    }

    @SuppressWarnings("NullAway") // There is no such attribute where nothing is published; the library does not say so.
    private static Found found(Attribute published) throws NamingException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; published != null && i < Math.min(published.size(), MOST_TEXTS); i++) {
            texts.add(inOnePiece(String.valueOf(published.get(i))));
        }
        return new Found(true, texts);
    }

    /** A text of several pieces comes with a space between them, and with quotes around those that hold spaces or quotes. */
    static String inOnePiece(String pieces) {
        StringBuilder text = new StringBuilder(pieces.length());
        boolean isQuoted = false;
        for (int i = 0; i < pieces.length(); i++) {
            char c = pieces.charAt(i);
            if (c == '\\' && i + 1 < pieces.length()) {
                text.append(pieces.charAt(++i));
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c != ' ' || isQuoted) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
