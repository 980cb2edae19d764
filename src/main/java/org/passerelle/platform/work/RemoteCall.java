package org.passerelle.platform.work;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a controller that waits for somebody else's server or device before it answers: so many of them wait at a time
 * and no more, lest one that says nothing takes all the turns of this program.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RemoteCall {}
