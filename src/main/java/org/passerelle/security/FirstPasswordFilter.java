package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.passerelle.account.signin.SignIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever signed in with the password that the program drew to the page that changes it, and nowhere else. */
final class FirstPasswordFilter extends OncePerRequestFilter {

    static final String PAGE = "/password";

    private static final List<String> OPEN = List.of(PAGE, "/sign-in", "/sign-out", "/assets/", "/webjars/", "/error");

    private final SignIn signIn;

    FirstPasswordFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean mustChange =
                SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication person
                        && signIn.mustChangePassword(person.getPrincipal());
        if (mustChange && OPEN.stream().noneMatch(request.getServletPath()::startsWith)) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
