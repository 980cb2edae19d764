package org.passerelle.security;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller's parameter of type {@link org.passerelle.account.Person} that receives who is asking, as known at this
 * request, or of type {@link org.passerelle.account.session.SignedIn}, which also tells by what: by password or token under {@code /api} and {@code /dav}, by session on pages. Null only where a path is public.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Parameter(hidden = true)
public @interface CurrentPerson {}
