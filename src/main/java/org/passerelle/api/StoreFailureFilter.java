package org.passerelle.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around all other filters, which look up who somebody is: answers there what {@link StoreFailures} answers for controllers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreFailureFilter extends OncePerRequestFilter {

    private final StoreFailures failures;

    StoreFailureFilter(StoreFailures failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!failures.answer(request, response, e)) {
                throw e;
            }
        }
    }
}
