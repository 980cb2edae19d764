package org.passerelle.account.password;

import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords whose hashes take a millisecond instead of a tenth of a second: tests make and guess hundreds of them. */
public final class CheapPasswords {

    private static final int CHEAPEST = 4;

    private CheapPasswords() {}

    public static Passwords passwords() {
        PasswordEncoder bcrypt = new BCryptPasswordEncoder(CHEAPEST);
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
        encoder.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return new Passwords(encoder);
    }
}
