package org.passerelle.account;

import java.util.Optional;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Whose an address is as far as its domain tells. */
public final class MailDomain {

    private MailDomain() {}

    /** Read when it is first asked for. */
    private static final class Suffixes {
        private static final PublicSuffixMatcher ALL = PublicSuffixMatcherLoader.getDefault();
    }

    /**
     * The registered domain of {@code address}, at which somebody gives out as many addresses and subdomains as they please;
     * empty for a public provider of mail, at which each address is somebody else's.
     */
    public static Optional<String> ofOneOwner(EmailAddress address) {
        String domain = address.value().substring(address.value().lastIndexOf('@') + 1);
        String registered =
                Optional.ofNullable(Suffixes.ALL.getDomainRoot(domain)).orElse(domain);
        return PublicMailProviders.contains(domain) || PublicMailProviders.contains(registered)
                ? Optional.empty()
                : Optional.of(registered);
    }
}
