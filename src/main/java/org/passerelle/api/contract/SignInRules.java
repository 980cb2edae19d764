package org.passerelle.api.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.passerelle.account.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** Says of each operation who may call it, as the filters that guard it decide. */
final class SignInRules {

    private static final String PARTNER = "partner";

    private static final Authentication NOBODY = new AnonymousAuthenticationToken(
            "contract", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    private static final Authentication MEMBER = UsernamePasswordAuthenticationToken.authenticated(
            "member", "", AuthorityUtils.createAuthorityList("ROLE_MEMBER"));

    private static final Authentication MANAGER = UsernamePasswordAuthenticationToken.authenticated(
            "manager", "", AuthorityUtils.createAuthorityList("ROLE_" + Role.SITE_MANAGER.name()));

    private final WebInvocationPrivilegeEvaluator filters;

    SignInRules(WebInvocationPrivilegeEvaluator filters) {
        this.filters = filters;
    }

    static void declare(Components components) {
        components.addSecuritySchemes(
                PARTNER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("What Jitsi brings: the key of reservations, or the token of whoever is in a"
                                + " conference (docs/reference/jitsi.md)"));
    }

    void describe(Call call) {
        if (needsSignIn(call)) {
            if (!admits(call, MEMBER)) {
                call.operation()
                        .setDescription(
                                admits(call, MANAGER)
                                        ? "For the network administrator, and for managers of what is at their sites."
                                        : "For the network administrator.");
            }
            return;
        }
        boolean isForPartners = call.parameter(HttpHeaders.AUTHORIZATION).isPresent();
        if (isForPartners) {
            // It is said by the scheme; OpenAPI knows no parameter of this name.
            call.operation().getParameters().removeIf(each -> each.getName().equals(HttpHeaders.AUTHORIZATION));
        }
        call.operation().setSecurity(isForPartners ? List.of(new SecurityRequirement().addList(PARTNER)) : List.of());
    }

    boolean needsSignIn(Call call) {
        return !admits(call, NOBODY);
    }

    private boolean admits(Call call, Authentication who) {
        String address = call.path().replaceAll("\\{[^}]+}", "any");
        return filters.isAllowed("", address, call.method().name(), who);
    }
}
