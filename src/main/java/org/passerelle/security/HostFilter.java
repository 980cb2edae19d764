package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.security.origin.AllowedHosts;
import org.passerelle.security.refusal.RequestRefused;
import org.passerelle.security.refusal.RequestRefused.RefusalKind;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 421 (RFC 9110 section 15.5.20) to requests for a host that is not {@link AllowedHosts ours}; behind a trusted proxy
 * that is the host which the proxy was asked for. Probes of the health, which know a container by its changing address only,
 * are answered under any name: what they are told is the same for everybody.
 */
final class HostFilter extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/health";

    private final AllowedHosts hosts;
    private final ProblemResponses problems;

    HostFilter(AllowedHosts hosts, ProblemResponses problems) {
        this.hosts = hosts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.contains(request.getServerName()) || isProbe(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            problems.refuse(request, response, new RequestRefused(RefusalKind.MISDIRECTED));
        }
    }

    private static boolean isProbe(String path) {
        return path.equals(HEALTH) || path.equals(HEALTH + "/liveness") || path.equals(HEALTH + "/readiness");
    }
}
