package org.passerelle.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.session.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody signed in, with their role as authority; the secret they proved it with is already forgotten. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient SignedIn signedIn;

    PersonAuthentication(SignedIn signedIn) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + signedIn.person().role())));
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return signedIn.person().email().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonAuthentication && signedIn.equals(((PersonAuthentication) other).signedIn);
    }

    @Override
    public int hashCode() {
        return signedIn.hashCode();
    }
}
