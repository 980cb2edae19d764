package org.passerelle.device.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.passerelle.directory.SipAddress;

/**
 * Finds the server that takes what is meant for an address (RFC 3263 section 4.2): at the port that is named, or by the SRV
 * records of the domain, or at port 5060 of the host of that name.
 */
final class SipLookup {

    private static final int USUAL_PORT = 5060;
    private static final int LAST_PORT = 65_535;
    private static final int MOST_RECORDS = 20;
    private static final String NUMERIC = "[0-9.]+";

    /** @throws UnknownHostException if there is no such host */
    InetSocketAddress find(SipAddress address) throws UnknownHostException {
        Optional<Server> server =
                address.port().isPresent() || address.host().matches(NUMERIC) ? Optional.empty() : bestServer(address);
        return new InetSocketAddress(
                InetAddress.getByName(server.map(Server::host).orElse(address.host())),
                server.map(Server::port).orElse(address.port().orElse(USUAL_PORT)));
    }

    /** One SRV record (RFC 2782); of servers of the same priority the one of most weight is enough for a question. */
    private record Server(int priority, int weight, int port, String host) {

        private static final Pattern FORM =
                Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})\\s+(\\d{1,5})\\s+([^\\s.](?:[^\\s]{0,253}[^\\s.])?)\\.?");

        private static final Comparator<Server> BEST_FIRST = Comparator.comparingInt(Server::priority)
                .thenComparing(Comparator.comparingInt(Server::weight).reversed());

        /** Empty for a record that is none, or says that there is no server. */
        static Optional<Server> parse(String text) {
            Matcher record = FORM.matcher(text.strip());
            if (!record.matches() || Integer.parseInt(record.group(3)) > LAST_PORT) {
                return Optional.empty();
            }
            return Optional.of(new Server(
                    Integer.parseInt(record.group(1)),
                    Integer.parseInt(record.group(2)),
                    Integer.parseInt(record.group(3)),
                    record.group(4)));
        }
    }

    @SuppressWarnings("BanJNDI") // The one provider that is named asks name servers for text; it knows no objects.
    private static Optional<Server> bestServer(SipAddress address) {
        String name = "_sip._" + address.transport().name().toLowerCase(Locale.ROOT) + "." + address.host();
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            InitialDirContext dns = new InitialDirContext(settings);
            try {
                Attribute found = dns.getAttributes(name, new String[] {"SRV"}).get("SRV");
                return found == null ? Optional.empty() : best(found);
            } finally {
                dns.close();
            }
        } catch (NamingException e) {
            return Optional.empty(); // no record, or no such service of names: the host itself is asked
        }
    }

    private static Optional<Server> best(Attribute records) throws NamingException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(records.size(), MOST_RECORDS); i++) {
            texts.add(String.valueOf(records.get(i)));
        }
        return texts.stream().flatMap(text -> Server.parse(text).stream()).min(Server.BEST_FIRST);
    }
}
